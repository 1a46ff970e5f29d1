"""What a person can do to minutes: each function is one deed, with its rules and its trace in the audit."""
