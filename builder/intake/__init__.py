"""What a raw text is, before it is read: encoding, texture, kind, years, and the habits that a reader would follow."""
