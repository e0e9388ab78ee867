-- The locked account in whose name the routines run. Nobody can log in as it.
CREATE USER IF NOT EXISTS accueil_owner@localhost ACCOUNT LOCK;
GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE, TRIGGER ON {database}.* TO accueil_owner@localhost;
GRANT CREATE USER ON *.* TO accueil_owner@localhost;
-- A default role of somebody else is a write to the server's own tables.
GRANT UPDATE ON mysql.* TO accueil_owner@localhost;
