"""YAML profiles -> roles; says what is wrong at file:line:column."""
