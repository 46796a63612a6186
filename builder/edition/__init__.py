"""What every output says, once: order, runs, notes, citations, printed pages, names."""
