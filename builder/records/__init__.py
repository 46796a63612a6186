"""What may stand in the data files of `source_texts/`: one frozen, typed record per table. Nothing else is let in."""
