-- official.sqlite: the publishers' figures, read-only. store/build.py makes it from data/releases.
--
-- Every cell is an INTEGER in the smallest unit the publisher prints, so that a figure reads back exactly
-- as printed. NULL: the publisher prints no figure; `missing` has the mark printed instead.
-- Rows are sorted by key before they are inserted: the same texts make the same file.

-- One release of one series: the fields of a Source, in its order.
CREATE TABLE release (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,   -- 'oews-2024-05'
    publisher TEXT NOT NULL,
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    release TEXT NOT NULL,      -- 'May 2024'
    as_of TEXT NOT NULL,        -- '2024-05' or '2024'
    area TEXT NOT NULL,
    license TEXT NOT NULL,
    method TEXT NOT NULL,
    series TEXT NOT NULL,       -- 'OEWS', 'EP', 'O*NET'
    note TEXT NOT NULL,
    caveat TEXT NOT NULL
);

-- The texts that this file was made from: whether a file that somebody imports has the same cells.
CREATE TABLE bundled_text (
    name TEXT PRIMARY KEY,      -- 'cps-2025.ages'
    columns TEXT NOT NULL,      -- their names, between tabs
    checksum INTEGER NOT NULL   -- of its lines, sorted, each once
) WITHOUT ROWID;

-- Occupations that can be named, and the major groups that are their families. Ids follow the codes.
CREATE TABLE occupation (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,  -- SOC '15-1231', or O*NET '15-1299.08'
    title TEXT NOT NULL,
    level TEXT NOT NULL,        -- 'major', 'broad', 'detailed' or 'specialty' (of O*NET alone)
    family INTEGER REFERENCES occupation  -- its major group; NULL where no release names that
);

-- Places of OEWS and of the price parities.
CREATE TABLE area (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,  -- 'US', 'OH', '18140', '3900006', '39999'
    kind TEXT NOT NULL,         -- 'nation', 'state', 'metro', 'nonmetro' or 'portion' (a state's nonmetropolitan portion)
    title TEXT NOT NULL,
    states TEXT NOT NULL,       -- 'OH', 'OH-KY-IN'; empty for the nation
    price_area INTEGER REFERENCES area  -- whose price parity holds here
);

-- OEWS. Annual figures in dollars, hourly in cents, relative standard errors (PRSE) in tenths of a percent.
CREATE TABLE wage (
    release INTEGER NOT NULL REFERENCES release,
    occupation INTEGER NOT NULL REFERENCES occupation,
    area INTEGER NOT NULL REFERENCES area,
    employment INTEGER, employment_prse INTEGER,
    jobs_per_1000 INTEGER,      -- thousandths
    location_quotient INTEGER,  -- hundredths
    mean_prse INTEGER,
    annual_mean INTEGER, annual_p10 INTEGER, annual_p25 INTEGER,
    annual_median INTEGER, annual_p75 INTEGER, annual_p90 INTEGER,
    hourly_mean INTEGER, hourly_p10 INTEGER, hourly_p25 INTEGER,
    hourly_median INTEGER, hourly_p75 INTEGER, hourly_p90 INTEGER,
    only TEXT,                  -- 'year' or 'hour' where wages are published by that period only
    missing INTEGER,            -- which cells are missing and why, by missing.id; NULL where none is
    PRIMARY KEY (release, occupation, area)
) WITHOUT ROWID;

-- OEWS, the nation by industry; a table of its own, so that no question about places meets its rows.
CREATE TABLE industry (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,         -- '54--55'; of NAICS '541500', which imported releases alone have
    title TEXT NOT NULL,
    level TEXT NOT NULL DEFAULT 'sector',  -- '3-digit' to '6-digit' of the others
    UNIQUE (code, title)        -- a code of another year may mean another industry
);
CREATE TABLE industry_wage (
    release INTEGER NOT NULL REFERENCES release,
    occupation INTEGER NOT NULL REFERENCES occupation,
    industry INTEGER NOT NULL REFERENCES industry,
    employment INTEGER, employment_prse INTEGER, mean_prse INTEGER,
    annual_mean INTEGER, annual_p10 INTEGER, annual_p25 INTEGER,
    annual_median INTEGER, annual_p75 INTEGER, annual_p90 INTEGER,
    hourly_mean INTEGER, hourly_p10 INTEGER, hourly_p25 INTEGER,
    hourly_median INTEGER, hourly_p75 INTEGER, hourly_p90 INTEGER,
    only TEXT, missing INTEGER,
    PRIMARY KEY (release, occupation, industry)
) WITHOUT ROWID;

-- Employment Projections, of the nation.
CREATE TABLE projection (
    release INTEGER NOT NULL REFERENCES release,
    occupation INTEGER NOT NULL REFERENCES occupation,
    employment_base INTEGER, employment_target INTEGER, openings INTEGER,  -- jobs, printed in thousands
    employment_change INTEGER, self_employed INTEGER,                      -- tenths of a percent
    entry_education TEXT, work_experience TEXT, on_the_job_training TEXT,
    missing INTEGER,            -- by missing.id
    PRIMARY KEY (release, occupation)
) WITHOUT ROWID;

-- Employment Projections: workers who leave their occupation a year, in tenths of a percent.
CREATE TABLE separation (
    release INTEGER NOT NULL REFERENCES release,
    occupation INTEGER NOT NULL REFERENCES occupation,
    exit_rate INTEGER NOT NULL,         -- leave the labor force
    transfer_rate INTEGER NOT NULL,     -- move to another occupation
    separations_rate INTEGER NOT NULL,  -- both, as printed
    PRIMARY KEY (release, occupation)
) WITHOUT ROWID;

-- Why employment changes, in our words: data/outlook.
CREATE TABLE reason (
    release INTEGER NOT NULL REFERENCES release,
    occupation INTEGER NOT NULL REFERENCES occupation,
    sentence TEXT NOT NULL,
    PRIMARY KEY (release, occupation)
) WITHOUT ROWID;

-- Columns of `wage` and `projection` by number, for `missing`.
CREATE TABLE measure (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);
-- Cells without a figure: the rows of one id are the missing cells of every row of `wage`, `industry_wage` or
-- `projection` that names it, as the same few patterns stand in thousands of rows. `mark` is what the publisher
-- prints there; `least` is the bound it stands for, in the column's unit, where it means "at least".
CREATE TABLE missing (
    id INTEGER NOT NULL,
    measure INTEGER NOT NULL REFERENCES measure,
    mark TEXT NOT NULL,         -- '#', or '-(5)': a dash with its footnote
    least INTEGER,
    PRIMARY KEY (id, measure)
) WITHOUT ROWID;

-- What O*NET rates or lists: by element id, technologies by name regardless of case.
CREATE TABLE element (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,         -- 'skills', 'knowledge', 'interests', 'technologies', or 'former technologies',
                                -- which older imported releases alone list
    code TEXT NOT NULL,         -- '2.A.1.a'; empty for a technology
    title TEXT NOT NULL
);
-- Names of skills, knowledge and technologies, normalized: the whole, and what follows a maker's name.
CREATE TABLE element_name (
    name TEXT NOT NULL,         -- 'oracle java' and 'java'
    element INTEGER NOT NULL REFERENCES element,
    PRIMARY KEY (name, element)
) WITHOUT ROWID;
-- Who rated: O*NET's domain source.
CREATE TABLE rater (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE   -- 'Analyst', 'Incumbent', 'Occupational Expert'…
);
-- O*NET ratings, all of them: also those that the publisher advises to suppress or finds not relevant.
CREATE TABLE rating (
    release INTEGER NOT NULL REFERENCES release,
    occupation INTEGER NOT NULL REFERENCES occupation,
    element INTEGER NOT NULL REFERENCES element,
    scale TEXT NOT NULL,        -- 'IM' importance, 1 to 5; 'LV' level, 0 to 7; 'OI' interest, 1 to 7; 'IH' its rank
    value INTEGER NOT NULL,     -- hundredths
    n INTEGER,                  -- how many rated it
    standard_error INTEGER,     -- ten-thousandths
    rated INTEGER NOT NULL,     -- year and month: 201407
    rater INTEGER NOT NULL REFERENCES rater,
    suppressed INTEGER,         -- 1 or 0; NULL where not printed
    not_relevant INTEGER,       -- 1 or 0; NULL where not printed, as on every row of importance
    PRIMARY KEY (release, occupation, element, scale)
) WITHOUT ROWID;
CREATE TABLE job_zone (
    release INTEGER NOT NULL REFERENCES release,
    occupation INTEGER NOT NULL REFERENCES occupation,
    zone INTEGER NOT NULL,      -- 1 to 5
    rated INTEGER NOT NULL,     -- year and month
    rater INTEGER NOT NULL REFERENCES rater,
    PRIMARY KEY (release, occupation)
) WITHOUT ROWID;
CREATE TABLE technology (
    release INTEGER NOT NULL REFERENCES release,
    occupation INTEGER NOT NULL REFERENCES occupation,
    element INTEGER NOT NULL REFERENCES element,
    in_demand INTEGER,          -- 1: often asked for in this occupation's job postings; NULL where not printed
    hot INTEGER NOT NULL,       -- 1: often asked for in those of all occupations
    PRIMARY KEY (release, occupation, element)
) WITHOUT ROWID;
-- What the work consists of, in O*NET's sentences and order: only imported releases have them.
CREATE TABLE task (
    release INTEGER NOT NULL REFERENCES release,
    occupation INTEGER NOT NULL REFERENCES occupation,
    rank INTEGER NOT NULL,
    id INTEGER NOT NULL,        -- O*NET's number of the task
    statement TEXT NOT NULL,
    kind TEXT NOT NULL,         -- 'Core', 'Supplemental' or empty
    n INTEGER,                  -- how many workers were asked
    rated INTEGER NOT NULL,     -- year and month
    rater INTEGER NOT NULL REFERENCES rater,
    PRIMARY KEY (release, occupation, rank)
) WITHOUT ROWID;
-- How many technologies an occupation lists: counting 33,000 rows takes a tenth of an empty program's time.
CREATE TABLE technology_total (
    release INTEGER NOT NULL REFERENCES release,
    occupation INTEGER NOT NULL REFERENCES occupation,
    technologies INTEGER NOT NULL,
    PRIMARY KEY (release, occupation)
) WITHOUT ROWID;
-- How many occupations have ratings of skills: counting takes a twentieth of an empty program's time.
CREATE TABLE rated_total (
    release INTEGER PRIMARY KEY REFERENCES release,
    occupations INTEGER NOT NULL
);
-- Levels of education, as O*NET asks for them.
CREATE TABLE education_level (
    id INTEGER PRIMARY KEY,     -- O*NET's category: 1 to 12
    title TEXT NOT NULL
);
-- How many of those asked say that a level of education is required.
CREATE TABLE education (
    release INTEGER NOT NULL REFERENCES release,
    occupation INTEGER NOT NULL REFERENCES occupation,
    level INTEGER NOT NULL REFERENCES education_level,
    share INTEGER NOT NULL,     -- hundredths of a percent
    n INTEGER,                  -- how many were asked
    standard_error INTEGER,     -- ten-thousandths of a percent
    rated INTEGER NOT NULL,     -- year and month
    rater INTEGER NOT NULL REFERENCES rater,
    suppressed INTEGER,         -- 1 or 0; NULL where not printed
    PRIMARY KEY (release, occupation, level)
) WITHOUT ROWID;
-- In how many titles of its detailed work activities a word stem is.
CREATE TABLE stem (
    id INTEGER PRIMARY KEY,
    stem TEXT NOT NULL UNIQUE
);
CREATE TABLE activity_stem (
    release INTEGER NOT NULL REFERENCES release,
    occupation INTEGER NOT NULL REFERENCES occupation,
    stem INTEGER NOT NULL REFERENCES stem,
    count INTEGER NOT NULL,
    PRIMARY KEY (release, occupation, stem)
) WITHOUT ROWID;
-- O*NET's related occupations, nearest first: similarity, not moves.
CREATE TABLE related (
    release INTEGER NOT NULL REFERENCES release,
    occupation INTEGER NOT NULL REFERENCES occupation,
    rank INTEGER NOT NULL,
    related INTEGER NOT NULL REFERENCES occupation,
    tier TEXT NOT NULL,
    PRIMARY KEY (release, occupation, rank)
) WITHOUT ROWID;
-- What two occupations share: 'knowledge', 'Telecommunications, Design'.
CREATE TABLE likeness (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,         -- 'knowledge', 'interests', 'titles', 'activities' or 'job zone'
    words TEXT NOT NULL
);
-- The occupations nearest to each by our own measure, nearest first: similarity, not moves. store/similarity.py.
CREATE TABLE nearest (
    occupation INTEGER NOT NULL REFERENCES occupation,
    rank INTEGER NOT NULL,
    other INTEGER NOT NULL REFERENCES occupation,
    similarity INTEGER NOT NULL,    -- hundredths of a standard deviation above the mean of any two
    first_reason INTEGER NOT NULL REFERENCES likeness,
    second_reason INTEGER REFERENCES likeness, -- NULL: nothing else that both share can be named
    PRIMARY KEY (occupation, rank)
) WITHOUT ROWID;
-- Steps of routes by likeness: to the occupations that `related` lists, and to our nearest ten where it does not list
-- them. One row of JSON lists, as a route reads them all: 20,000 rows would take longer. The steps are in the order of
-- their ends. schema/alike.sql finds them, and store/related.py packs and reads them.
CREATE TABLE alike (
    codes TEXT NOT NULL,        -- of the occupations: '["11-1011","11-1021"]'
    counts TEXT NOT NULL,       -- how many steps lead to each
    starts TEXT NOT NULL,       -- where each step starts, counted from 0 among the codes
    weights TEXT NOT NULL,      -- the weight of each step, as moves/graph.py has it
    gaps TEXT NOT NULL          -- the same with the real gap, as moves/graph.py has it
);
-- Occupations that O*NET rates and that belong to one of another code: '31-1121' to '31-1120'.
CREATE TABLE part (
    occupation INTEGER NOT NULL REFERENCES occupation,
    part INTEGER NOT NULL REFERENCES occupation,
    PRIMARY KEY (occupation, part)
) WITHOUT ROWID;

-- Titles that people type, each of one occupation.
CREATE TABLE title (
    id INTEGER PRIMARY KEY,
    release INTEGER REFERENCES release,  -- NULL: the occupation's own title
    occupation INTEGER NOT NULL REFERENCES occupation,
    title TEXT NOT NULL,
    list TEXT NOT NULL          -- 'occupation', 'reported', 'direct match' or 'alternate'
);
-- What alike titles share: model/titles.py. A title with brackets has a second key without them.
CREATE TABLE title_key (
    key TEXT NOT NULL,
    title INTEGER NOT NULL REFERENCES title,
    PRIMARY KEY (key, title)
) WITHOUT ROWID;
-- Every word of a title, and in how many titles it is: for corrections.
CREATE TABLE title_word (
    word TEXT PRIMARY KEY,
    titles INTEGER NOT NULL
) WITHOUT ROWID;
-- A term of titles, how often it is in an occupation's, and in all titles. A title counts by its list.
CREATE TABLE title_term (
    term TEXT PRIMARY KEY,
    id INTEGER NOT NULL,
    votes INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE title_vote (
    term INTEGER NOT NULL,      -- title_term.id
    occupation INTEGER NOT NULL REFERENCES occupation,
    votes INTEGER NOT NULL,
    PRIMARY KEY (term, occupation)
) WITHOUT ROWID;
-- How many titles an occupation has, and how many terms, both as votes count.
CREATE TABLE title_total (
    occupation INTEGER PRIMARY KEY REFERENCES occupation,
    titles INTEGER NOT NULL,
    votes INTEGER NOT NULL
);

-- Published measures of what AI could assist, each on its own scale, as the studies print them.
CREATE TABLE exposure (
    release INTEGER NOT NULL REFERENCES release,
    occupation INTEGER NOT NULL REFERENCES occupation,
    measure TEXT NOT NULL,
    value REAL NOT NULL,
    percentile INTEGER,         -- per mille of the occupations of both studies that score lower; NULL outside of them
    PRIMARY KEY (release, occupation, measure)
) WITHOUT ROWID;
-- CPS: figures of a Census code, which may hold several occupations.
CREATE TABLE census_occupation (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,  -- '1050'
    title TEXT NOT NULL,
    soc TEXT NOT NULL           -- '15-1230' or '13-20XX': the SOC codes it holds, as printed
);
CREATE TABLE demographic (
    release INTEGER NOT NULL REFERENCES release,
    occupation INTEGER NOT NULL REFERENCES occupation,
    measure TEXT NOT NULL,      -- 'median_age', 'women'…
    census INTEGER NOT NULL REFERENCES census_occupation,
    value INTEGER,              -- tenths; NULL where none is printed
    PRIMARY KEY (release, occupation, measure)
) WITHOUT ROWID;
-- BEA: regional price parity, the nation being 100, in thousandths.
CREATE TABLE price_parity (
    release INTEGER NOT NULL REFERENCES release,
    area INTEGER NOT NULL REFERENCES area,
    year INTEGER NOT NULL,
    parity INTEGER NOT NULL,
    PRIMARY KEY (release, area, year)
) WITHOUT ROWID;
-- CPI-U, all items, not seasonally adjusted, in thousandths.
CREATE TABLE cpi (
    release INTEGER NOT NULL REFERENCES release,
    month INTEGER NOT NULL,     -- year and month: 202405
    value INTEGER NOT NULL,
    PRIMARY KEY (release, month)
) WITHOUT ROWID;

-- What a search finds an occupation by: folded texts of the newest releases, one a line.
-- A word of the index is what stands between two spaces of a folded text, punctuation included.
CREATE TABLE occupation_text (
    occupation INTEGER PRIMARY KEY REFERENCES occupation,
    names TEXT NOT NULL,        -- code, title, family
    skills TEXT NOT NULL,       -- skills, knowledge, technologies in demand
    education TEXT NOT NULL     -- entry education
);
CREATE VIRTUAL TABLE occupation_fts USING fts5(
    names, skills, education, content='occupation_text', content_rowid='occupation',
    tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Cf Co'"
);
-- Every word of these names and skills: for parts of words and for corrections.
CREATE TABLE occupation_word (
    word TEXT PRIMARY KEY
) WITHOUT ROWID;
