"""What `cchc-bot doctor` looks at. Each part gives findings and changes nothing."""
