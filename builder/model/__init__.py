"""What a volume is once it is read: months of entries, documents of blocks. No reading, no writing.

Every `Text` in here keeps its raw offsets, so that each character can say where it came from.
"""
