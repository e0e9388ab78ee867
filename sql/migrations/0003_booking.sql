-- 0003: appointments, the people they are for, and the keys of requests.
-- Why:   personal data stand in attendee and attendee_secret only, so that they can be erased.
-- Live:  new tables only.
-- Rerun: every DDL statement commits by itself, so each one may be run twice.
CREATE TABLE IF NOT EXISTS appointment (
    id               BIGINT      NOT NULL AUTO_INCREMENT,
    site_id          SMALLINT    NOT NULL,
    service_id       SMALLINT    NOT NULL,
    day              DATE        NOT NULL,
    start_minute     SMALLINT    NOT NULL,
    minutes          SMALLINT    NOT NULL,
    state            ENUM('held', 'booked', 'arrived', 'cancelled', 'missed') NOT NULL,
    channel          ENUM('online', 'phone', 'desk', 'import') NOT NULL,
    language         CHAR(2)     NOT NULL DEFAULT 'fr',
    reference        CHAR(8)     NOT NULL COLLATE utf8mb4_bin,
    part             TINYINT     NOT NULL DEFAULT 1,   -- linked appointments share the reference
    check_in_hash    BINARY(32)  NULL,                 -- SHA-256 of the token; on the first part only
    manage_hash      BINARY(32)  NULL,
    legacy_hash      BINARY(32)  NULL,                 -- of an older system's code
    revision         INT         NOT NULL DEFAULT 0,   -- raised by every change that a citizen is told
    hold_expires_at  DATETIME(3) NULL,
    created_at       DATETIME(3) NOT NULL,
    changed_at       DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY appointment_reference (reference, part),
    UNIQUE KEY appointment_check_in (check_in_hash),
    UNIQUE KEY appointment_manage (manage_hash),
    UNIQUE KEY appointment_legacy (legacy_hash),
    KEY appointment_day (service_id, day, start_minute),
    KEY appointment_site_day (site_id, day, start_minute),
    KEY appointment_holds (state, hold_expires_at),
    CONSTRAINT appointment_span CHECK (start_minute >= 0 AND minutes > 0 AND start_minute + minutes <= 1440)
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS appointment_procedure (
    appointment_id  BIGINT   NOT NULL,
    position        TINYINT  NOT NULL,
    procedure_id    INT      NOT NULL,
    persons         SMALLINT NOT NULL DEFAULT 1,
    PRIMARY KEY (appointment_id, position),
    CONSTRAINT appointment_procedure_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id) ON DELETE CASCADE
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS attendee (
    appointment_id  BIGINT       NOT NULL,
    last_name       VARCHAR(100) NOT NULL,
    first_name      VARCHAR(100) NOT NULL,
    birth_year      SMALLINT     NOT NULL,
    birth_month     TINYINT      NOT NULL,   -- 0: unknown, as the national register has them
    birth_day       TINYINT      NOT NULL,
    email           VARCHAR(254) NOT NULL DEFAULT '',
    phone           VARCHAR(40)  NOT NULL DEFAULT '',
    note            VARCHAR(500) NOT NULL DEFAULT '',
    cancel_reason   VARCHAR(200) NOT NULL DEFAULT '',
    PRIMARY KEY (appointment_id),
    KEY attendee_birth (birth_year, birth_month, birth_day),
    KEY attendee_name (last_name, first_name),
    CONSTRAINT attendee_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- The tokens themselves, for mails and printed sheets; the appointment keeps their hashes.
CREATE TABLE IF NOT EXISTS attendee_secret (
    appointment_id  BIGINT   NOT NULL,
    check_in_token  CHAR(20) NOT NULL COLLATE utf8mb4_bin,
    manage_token    CHAR(20) NOT NULL COLLATE utf8mb4_bin,
    PRIMARY KEY (appointment_id),
    CONSTRAINT attendee_secret_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- What was asked, once: a click sent twice, a COMMIT whose answer was lost.
CREATE TABLE IF NOT EXISTS request (
    request_key   BINARY(16)   NOT NULL,
    content_hash  BINARY(32)   NOT NULL,
    result        VARCHAR(500) NOT NULL,   -- JSON, identifiers only
    created_at    DATETIME(3)  NOT NULL,
    PRIMARY KEY (request_key),
    KEY request_age (created_at)
) ENGINE = InnoDB;

-- The brake on guessed birth dates: when each device asked.
CREATE TABLE IF NOT EXISTS guess (
    account  VARCHAR(32) NOT NULL COLLATE utf8mb4_bin,
    at       DATETIME(3) NOT NULL,
    id       BIGINT      NOT NULL AUTO_INCREMENT,
    PRIMARY KEY (id),
    KEY guess_account (account, at)
) ENGINE = InnoDB;

UPDATE schema_version SET version = 3 WHERE version = 2;
