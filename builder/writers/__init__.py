"""Writers: from the model to files of one format each."""
