-- 0001: the town's catalogue: sites, services, procedures, papers, counters, and who works with them.
-- Why:   everything else points here.
-- Live:  the first tables; no program of an older version exists.
-- Rerun: every DDL statement commits by itself, so each one may be run twice.
CREATE TABLE IF NOT EXISTS site (
    id            SMALLINT      NOT NULL AUTO_INCREMENT,
    code          VARCHAR(16)   NOT NULL,
    address       VARCHAR(200)  NOT NULL,
    time_zone     VARCHAR(64)   NOT NULL,
    phone         VARCHAR(40)   NOT NULL DEFAULT '',
    email         VARCHAR(254)  NOT NULL DEFAULT '',
    booking_url   VARCHAR(200)  NOT NULL DEFAULT '',
    eguichet_url  VARCHAR(200)  NOT NULL DEFAULT '',
    PRIMARY KEY (id),
    UNIQUE KEY site_code (code)
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS site_text (
    site_id   SMALLINT     NOT NULL,
    language  CHAR(2)      NOT NULL,
    name      VARCHAR(200) NOT NULL,
    PRIMARY KEY (site_id, language),
    CONSTRAINT site_text_site FOREIGN KEY (site_id) REFERENCES site (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- Minutes, limits and switches that a town edits; what is missing here has the default of the code.
CREATE TABLE IF NOT EXISTS site_setting (
    site_id  SMALLINT     NOT NULL,
    name     VARCHAR(64)  NOT NULL,
    value    VARCHAR(255) NOT NULL,
    PRIMARY KEY (site_id, name),
    CONSTRAINT site_setting_site FOREIGN KEY (site_id) REFERENCES site (id) ON DELETE CASCADE
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS waiting_area (
    id       SMALLINT   NOT NULL AUTO_INCREMENT,
    site_id  SMALLINT   NOT NULL,
    code     VARCHAR(4) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY waiting_area_code (site_id, code),
    CONSTRAINT waiting_area_site FOREIGN KEY (site_id) REFERENCES site (id)
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS service (
    id               SMALLINT    NOT NULL AUTO_INCREMENT,
    site_id          SMALLINT    NOT NULL,
    code             VARCHAR(16) NOT NULL,
    waiting_area_id  SMALLINT    NOT NULL,
    ticket_prefix    CHAR(1)     NOT NULL,
    position         SMALLINT    NOT NULL DEFAULT 0,   -- order in which people read them
    granule_minutes  SMALLINT    NOT NULL DEFAULT 10,
    lead_minutes     SMALLINT    NOT NULL DEFAULT 0,   -- online booking closes so long before a start
    horizon_days     SMALLINT    NOT NULL DEFAULT 60,
    walk_ins         TINYINT     NOT NULL DEFAULT 1,   -- 0: stopped for now
    active           TINYINT     NOT NULL DEFAULT 1,
    PRIMARY KEY (id),
    UNIQUE KEY service_code (site_id, code),
    CONSTRAINT service_site FOREIGN KEY (site_id) REFERENCES site (id),
    CONSTRAINT service_area FOREIGN KEY (waiting_area_id) REFERENCES waiting_area (id),
    CONSTRAINT service_granule CHECK (granule_minutes BETWEEN 5 AND 60)
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS service_text (
    service_id  SMALLINT     NOT NULL,
    language    CHAR(2)      NOT NULL,
    name        VARCHAR(200) NOT NULL,
    short_name  VARCHAR(100) NOT NULL,
    PRIMARY KEY (service_id, language),
    CONSTRAINT service_text_service FOREIGN KEY (service_id) REFERENCES service (id) ON DELETE CASCADE
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS service_procedure (
    id           INT         NOT NULL AUTO_INCREMENT,
    service_id   SMALLINT    NOT NULL,
    code         VARCHAR(40) NOT NULL,
    position     SMALLINT    NOT NULL DEFAULT 0,
    minutes      SMALLINT    NOT NULL,
    online       TINYINT     NOT NULL DEFAULT 1,
    eguichet     TINYINT     NOT NULL DEFAULT 0,
    walk_in      ENUM('no', 'yes', 'urgent', 'pickup') NOT NULL DEFAULT 'no',
    max_persons  SMALLINT    NOT NULL DEFAULT 1,
    active       TINYINT     NOT NULL DEFAULT 1,
    PRIMARY KEY (id),
    UNIQUE KEY service_procedure_code (code),
    KEY service_procedure_service (service_id, position),
    CONSTRAINT service_procedure_service_fk FOREIGN KEY (service_id) REFERENCES service (id),
    CONSTRAINT service_procedure_minutes CHECK (minutes BETWEEN 1 AND 480),
    CONSTRAINT service_procedure_persons CHECK (max_persons BETWEEN 1 AND 99)
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS procedure_text (
    procedure_id  INT          NOT NULL,
    language      CHAR(2)      NOT NULL,
    name          VARCHAR(200) NOT NULL,
    PRIMARY KEY (procedure_id, language),
    CONSTRAINT procedure_text_procedure FOREIGN KEY (procedure_id) REFERENCES service_procedure (id) ON DELETE CASCADE
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS document (
    id    INT         NOT NULL AUTO_INCREMENT,
    code  VARCHAR(40) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY document_code (code)
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS document_text (
    document_id  INT          NOT NULL,
    language     CHAR(2)      NOT NULL,
    name         VARCHAR(255) NOT NULL,
    PRIMARY KEY (document_id, language),
    CONSTRAINT document_text_document FOREIGN KEY (document_id) REFERENCES document (id) ON DELETE CASCADE
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS procedure_document (
    procedure_id  INT      NOT NULL,
    position      SMALLINT NOT NULL,
    document_id   INT      NOT NULL,
    PRIMARY KEY (procedure_id, position),
    CONSTRAINT procedure_document_procedure FOREIGN KEY (procedure_id) REFERENCES service_procedure (id) ON DELETE CASCADE,
    CONSTRAINT procedure_document_document FOREIGN KEY (document_id) REFERENCES document (id)
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS counter (
    id               SMALLINT NOT NULL AUTO_INCREMENT,
    site_id          SMALLINT NOT NULL,
    number           SMALLINT NOT NULL,
    waiting_area_id  SMALLINT NOT NULL,
    side             ENUM('unknown', 'left', 'right') NOT NULL DEFAULT 'unknown',
    active           TINYINT  NOT NULL DEFAULT 1,
    PRIMARY KEY (id),
    UNIQUE KEY counter_number (site_id, number),
    CONSTRAINT counter_site FOREIGN KEY (site_id) REFERENCES site (id),
    CONSTRAINT counter_area FOREIGN KEY (waiting_area_id) REFERENCES waiting_area (id)
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS counter_service (
    counter_id  SMALLINT NOT NULL,
    service_id  SMALLINT NOT NULL,
    helps       TINYINT  NOT NULL DEFAULT 0,   -- 1: only when its own services have nobody waiting
    PRIMARY KEY (counter_id, service_id),
    CONSTRAINT counter_service_counter FOREIGN KEY (counter_id) REFERENCES counter (id) ON DELETE CASCADE,
    CONSTRAINT counter_service_service FOREIGN KEY (service_id) REFERENCES service (id)
) ENGINE = InnoDB;

-- Each person and each device logs in with a database account of its own; these rows say whose it is.
CREATE TABLE IF NOT EXISTS staff (
    id          INT          NOT NULL AUTO_INCREMENT,
    account     VARCHAR(32)  NOT NULL COLLATE utf8mb4_bin,
    name        VARCHAR(100) NOT NULL,
    role        ENUM('reception', 'agent', 'supervisor', 'admin') NOT NULL,
    site_id     SMALLINT     NOT NULL,
    active      TINYINT      NOT NULL DEFAULT 1,
    created_at  DATETIME(3)  NOT NULL,   -- UTC, as every DATETIME here
    PRIMARY KEY (id),
    UNIQUE KEY staff_account (account),
    CONSTRAINT staff_site FOREIGN KEY (site_id) REFERENCES site (id)
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS device (
    account          VARCHAR(32)  NOT NULL COLLATE utf8mb4_bin,
    kind             ENUM('kiosk', 'display', 'web', 'mail') NOT NULL,
    name             VARCHAR(100) NOT NULL,
    site_id          SMALLINT     NOT NULL,
    waiting_area_id  SMALLINT     NULL,   -- of a display
    active           TINYINT      NOT NULL DEFAULT 1,
    seen_at          DATETIME(3)  NULL,
    trouble          VARCHAR(32)  NOT NULL DEFAULT '',
    PRIMARY KEY (account),
    CONSTRAINT device_site FOREIGN KEY (site_id) REFERENCES site (id),
    CONSTRAINT device_area FOREIGN KEY (waiting_area_id) REFERENCES waiting_area (id)
) ENGINE = InnoDB;

UPDATE schema_version SET version = 1 WHERE version = 0;
