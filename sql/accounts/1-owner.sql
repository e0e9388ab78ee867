-- The locked account in whose name the routines run. Nobody can log in as it.
CREATE USER IF NOT EXISTS accueil_owner@localhost ACCOUNT LOCK;
GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE ON {database}.* TO accueil_owner@localhost;
GRANT CREATE USER ON *.* TO accueil_owner@localhost;
