-- 0006: who changed what, written by triggers with the real account.
-- Why:   "who did what when" must not depend on a program's good will. For people it names fields, never values.
-- Live:  one table; the triggers write only there.
-- Rerun: DDL may be run twice; a trigger is dropped before it is made.
CREATE TABLE IF NOT EXISTS audit (
    id         BIGINT       NOT NULL AUTO_INCREMENT,
    at         DATETIME(3)  NOT NULL,
    account    VARCHAR(32)  NOT NULL COLLATE utf8mb4_bin,
    entity     VARCHAR(24)  NOT NULL,
    entity_id  BIGINT       NOT NULL,
    action     VARCHAR(24)  NOT NULL,
    fields     VARCHAR(200) NOT NULL DEFAULT '',
    PRIMARY KEY (id),
    KEY audit_entity (entity, entity_id)
) ENGINE = InnoDB;

UPDATE schema_version SET version = 6 WHERE version = 5;
