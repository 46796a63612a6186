"""Prints: model -> rows (`rows.print_files`) -> Typst -> PDF (`press.print_all`)."""
