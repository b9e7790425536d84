-- The index of profiles: what was read from the user's YAML files, kept until a file changes.
-- It may be deleted at any time. A row whose checksum does not agree with it is not used.

-- A directory of profiles. `state` is a digest of the names and stamps of its files, or empty where a row may be stale.
CREATE TABLE directory (
    id INTEGER PRIMARY KEY,
    path BLOB NOT NULL UNIQUE,
    state TEXT NOT NULL
);

-- One file: its stamp, when it was read (nanoseconds), and the role as lists show it, or why it cannot be used.
CREATE TABLE profile (
    id INTEGER PRIMARY KEY,
    directory INTEGER NOT NULL REFERENCES directory,
    file BLOB NOT NULL,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    read_at INTEGER NOT NULL,
    digest TEXT NOT NULL,
    role TEXT NOT NULL,
    title TEXT NOT NULL,
    occupation TEXT NOT NULL,
    family TEXT NOT NULL,
    caveat TEXT NOT NULL,       -- of its occupation
    problem TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    UNIQUE (directory, file)
);

CREATE INDEX profile_problem ON profile (directory, file) WHERE problem <> '';

-- The whole role, as compressed JSON; left out until a question names it where many profiles were read at once.
CREATE TABLE profile_body (
    id INTEGER PRIMARY KEY REFERENCES profile,
    body BLOB NOT NULL,
    checksum INTEGER NOT NULL
);

-- The role's own wages as rows of `salary`, by period, and its next roles: lines of JSON.
CREATE TABLE profile_wages (
    id INTEGER PRIMARY KEY REFERENCES profile,
    body BLOB NOT NULL,
    checksum INTEGER NOT NULL
);

-- What a search finds a role by: normalized texts, one a line.
CREATE TABLE profile_text (
    id INTEGER PRIMARY KEY REFERENCES profile,
    names TEXT NOT NULL,
    skills TEXT NOT NULL,
    certifications TEXT NOT NULL
);

-- A word is whatever is between two spaces, punctuation included.
CREATE VIRTUAL TABLE profile_fts USING fts5(
    names, skills, certifications, content='profile_text', content_rowid='id', columnsize=0, prefix='1 2',
    tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Cf Co'"
);

-- The keys of its id, title and aliases: model/titles.py.
CREATE TABLE profile_name (
    profile INTEGER NOT NULL REFERENCES profile,
    key TEXT NOT NULL,
    PRIMARY KEY (profile, key)
) WITHOUT ROWID;

CREATE INDEX profile_name_key ON profile_name (key);

-- Every word that a profile had; a profile that has it may be gone.
CREATE TABLE profile_word (
    word TEXT PRIMARY KEY
) WITHOUT ROWID;
