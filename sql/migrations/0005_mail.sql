-- 0005: the outbox of mails.
-- Why:   a mail is written by the transaction of its booking, and sent by the daemon: neither lost nor doubled.
-- Live:  a new table only.
-- Rerun: every DDL statement commits by itself, so each one may be run twice.
CREATE TABLE IF NOT EXISTS mail (
    id              BIGINT      NOT NULL AUTO_INCREMENT,
    appointment_id  BIGINT      NOT NULL,
    kind            ENUM('confirmation', 'reminder', 'change', 'cancellation') NOT NULL,
    revision        INT         NOT NULL,
    copy_no         SMALLINT    NOT NULL DEFAULT 1,   -- raised by "send again"
    state           ENUM('waiting', 'sending', 'sent', 'failed', 'dropped') NOT NULL,
    due_at          DATETIME(3) NOT NULL,
    lease_owner     VARCHAR(64) NULL,
    lease_until     DATETIME(3) NULL,
    attempts        INT         NOT NULL DEFAULT 0,
    last_error      VARCHAR(64) NULL,                 -- a code, never an address
    sent_at         DATETIME(3) NULL,
    created_at      DATETIME(3) NOT NULL,
    in_flight       BIGINT GENERATED ALWAYS AS (IF(state = 'sending', appointment_id, NULL)) VIRTUAL,
    PRIMARY KEY (id),
    UNIQUE KEY mail_once (appointment_id, kind, revision, copy_no),
    UNIQUE KEY mail_in_flight (in_flight),   -- one mail of an appointment at a time, whatever daemons there are
    KEY mail_due (state, due_at),
    KEY mail_lease (lease_owner, state)
) ENGINE = InnoDB;

UPDATE schema_version SET version = 5 WHERE version = 4;
