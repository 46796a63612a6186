"""The only readers of `source_texts/`: catalogue, corrections, layout, names, the register of ids."""
