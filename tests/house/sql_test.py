"""SQL that MariaDB and MySQL 8 both take: the words that only one of them knows are refused."""
import re
import unittest
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]

ONLY_MARIADB = {
    'RETURNING': r'\bRETURNING\b',
    'sequences': r'\b(CREATE|DROP|ALTER)\s+SEQUENCE\b|\bNEXT\s+VALUE\s+FOR\b|\bNEXTVAL\s*\(',
    'CREATE OR REPLACE of anything but a view': r'\bCREATE\s+OR\s+REPLACE\s+(?!(SQL\s+SECURITY\s+\w+\s+|DEFINER\s*=\s*\S+\s+|ALGORITHM\s*=\s*\w+\s+)*VIEW\b)',
    'ADD or DROP … IF [NOT] EXISTS': r'\b(ADD|DROP|MODIFY|CHANGE)\s+(COLUMN|INDEX|KEY|CONSTRAINT|FOREIGN\s+KEY)\s+IF\s+(NOT\s+)?EXISTS\b',
    'CREATE INDEX IF NOT EXISTS': r'\bCREATE\s+(UNIQUE\s+)?INDEX\s+IF\s+NOT\s+EXISTS\b',
    'UUID and INET types': r'^\s*\w+\s+(UUID|INET[46])\b(?!\s*\()',
    'WITHOUT OVERLAPS': r'\bWITHOUT\s+OVERLAPS\b',
    'system versioning': r'\bSYSTEM\s+VERSIONING\b|\bFOR\s+SYSTEM_TIME\b',
    'VALUE() of an upsert': r'\bUPDATE\b[^;]*=[^;]*\bVALUE\s*\(',
    'bare DEFAULT of a function': r'\bDEFAULT\s+UUID\s*\(',
    'PERSISTENT': r'\bPERSISTENT\b',
    'SET STATEMENT': r'\bSET\s+STATEMENT\b',
    'settings of MariaDB': r'\b(max_statement_time|idle_transaction_timeout|tx_isolation|tx_read_only)\b',
    'SET DEFAULT ROLE … FOR': r'\bSET\s+DEFAULT\s+ROLE\s+\S+\s+FOR\b',
    'ANALYZE of a query': r'\bANALYZE\s+(FORMAT\s*=\s*\w+\s+)?(SELECT|UPDATE|DELETE|INSERT)\b',
    'VALUES as a table': r'(\bFROM\s*\(|\bUNION\s+(ALL\s+)?|\bAS\s*\()\s*VALUES\s*\(',
    'uca1400 collations': r'_uca1400_|\buca1400_',
    'EXECUTE IMMEDIATE': r'\bEXECUTE\s+IMMEDIATE\b',
    'BEGIN NOT ATOMIC': r'\bBEGIN\s+NOT\s+ATOMIC\b',
    'types of rows': r'\b(ROW\s+)?TYPE\s+OF\b',
}
ONLY_MYSQL = {
    'FOR SHARE': r'\bFOR\s+SHARE\b',
    'FOR UPDATE OF': r'\bFOR\s+UPDATE\s+OF\b',
    'row alias of an upsert': r'\)\s*AS\s+\w+\s*(\([^)]*\)\s*)?ON\s+DUPLICATE\b',
    'JSON arrows': r'->>?',
    'functional index': r'\b(INDEX|KEY)\s+\w*\s*(ON\s+\S+\s*)?\(\s*\(',
    'invisible index': r'\bINVISIBLE\b',
    'LATERAL': r'\bLATERAL\b',
    'functions of MySQL': r'\b(UUID_TO_BIN|BIN_TO_UUID|REGEXP_LIKE|ANY_VALUE|GROUPING)\s*\(',
    'named CHECK of a column': r'^\s*\w+\s+(TINYINT|SMALLINT|INT|BIGINT|VARCHAR|CHAR|DATE|DATETIME)\b[^,]*\bCONSTRAINT\s+\w+\s+CHECK\b',
    'settings of MySQL': r'\bmax_execution_time\b|@@(session\.|global\.)?transaction_isolation\b',
    'SET DEFAULT ROLE … TO': r'\bSET\s+DEFAULT\s+ROLE\s+\S+\s+TO\b',
    'EXPLAIN ANALYZE': r'\bEXPLAIN\s+ANALYZE\b',
    'caching_sha2_password': r'\bcaching_sha2_password\b',
    'VALUES ROW': r'\bVALUES\s+ROW\s*\(',
    '0900 collations': r'_0900_',
}
NEITHER = {
    'a word that MySQL reserves, as a name': r'(?<![\w.`@])(rank|groups|system)\b(?!\s*\()(?!\s+VERSIONING)',
    'an error number that Connector/C swallows': r'\bMYSQL_ERRNO\s*=\s*(2\d{3}|5\d{3})\b',
}
REFUSED = {**ONLY_MARIADB, **ONLY_MYSQL, **NEITHER}


def bare(sql):
    """Without comments and the insides of strings; lines stay where they are."""
    sql = re.sub(r"'(?:[^'\\]|''|\\.)*'", "''", re.sub(r'--[^\n]*', '', sql))
    return re.sub(r'/\*.*?\*/', lambda comment: '\n' * comment.group().count('\n'), sql, flags=re.S)


def faults(sql):
    text = bare(sql)
    for what, pattern in REFUSED.items():
        for found in re.finditer(pattern, text, re.I | re.M):
            yield text.count('\n', 0, found.start()) + 1, what


class BothServers(unittest.TestCase):
    def test_our_sql_holds_no_word_that_only_one_knows(self):
        files = sorted((SOURCE / 'sql').rglob('*.sql'))
        self.assertGreater(len(files), 5)
        guilty = [f'{file.relative_to(SOURCE)}:{line}: {what}' for file in files for line, what in faults(file.read_text())]
        self.assertEqual(guilty, [])

    def test_such_words_are_found(self):
        for sql in ('INSERT INTO t VALUES (1) RETURNING id', 'CREATE SEQUENCE s', 'CREATE OR REPLACE TABLE t (a INT)',
                    'CREATE OR REPLACE PROCEDURE p() BEGIN END', 'ALTER TABLE t ADD COLUMN IF NOT EXISTS a INT',
                    'CREATE TABLE t (\n id UUID NOT NULL)', 'SET STATEMENT max_statement_time=1 FOR SELECT 1',
                    'INSERT INTO t VALUES (1) ON DUPLICATE KEY UPDATE a = VALUE(a)', 'SET DEFAULT ROLE r FOR u',
                    'ANALYZE SELECT 1', 'SELECT * FROM (VALUES (1),(2)) x', 'SELECT 1 FOR SHARE',
                    'SELECT 1 FROM t FOR UPDATE OF t SKIP LOCKED', "SELECT j->>'$.a' FROM t",
                    'INSERT INTO t VALUES (1) AS new ON DUPLICATE KEY UPDATE a = new.a', 'CREATE TABLE t (a INT, INDEX i ((a + 1)))',
                    'SELECT * FROM t, LATERAL (SELECT 1) x', 'SELECT UUID_TO_BIN(UUID())', 'SET DEFAULT ROLE r TO u',
                    'CREATE TABLE t (\n a INT CONSTRAINT c CHECK (a > 0))', 'EXPLAIN ANALYZE SELECT 1', 'SELECT rank FROM t',
                    "SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 2001", 'SELECT a COLLATE utf8mb4_0900_ai_ci FROM t'):
            with self.subTest(sql=sql):
                self.assertTrue(list(faults(sql)))

    def test_what_both_know_is_left_alone(self):
        for sql in ('INSERT INTO t (a) VALUES (1), (2) ON DUPLICATE KEY UPDATE a = VALUES(a)', 'CREATE OR REPLACE VIEW v AS SELECT 1',
                    "SELECT 'for share, returning' -- a sequence, rank\n", 'SELECT 1 FROM t FOR UPDATE SKIP LOCKED',
                    'SELECT RANK() OVER (ORDER BY a) FROM t', 'CREATE TABLE t (a INT, CONSTRAINT c CHECK (a > 0))',
                    'CREATE TABLE t (id BINARY(16) DEFAULT (RANDOM_BYTES(16)))', '/* nextval() */ SELECT 1'):
            with self.subTest(sql=sql):
                self.assertEqual(list(faults(sql)), [])
