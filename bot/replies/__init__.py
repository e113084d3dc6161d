"""Every Vietnamese sentence that people read; outcomes in, `Reply` out."""
