package org.guiche.partners;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.guiche.shared.TooLarge;

/**
 * Companies and people from a file of a spreadsheet: looked at first, then brought in whole or not at all. What comes in is what was
 * shown: a file that would come out otherwise by now is not brought in. For administrators; a file is its uploader's alone.
 */
@Stateless
public class Imports {

    /** The largest file, in bytes. */
    public static final int LARGEST = 2 * 1024 * 1024;

    /** The most lines of a file. */
    public static final int MOST_LINES = 10_000;

    private static final int LONGEST_NAME = 200;

    @PersistenceContext
    EntityManager em;

    @Inject
    ImportPlans plans;

    @Inject
    Clock clock;

    /**
     * Keeps a file for a day, so that it can be looked at.
     *
     * @throws TooLarge for one of more than {@link #LARGEST} bytes
     */
    public UUID upload(ImportKind kind, String name, byte[] content, Person administrator) {
        CompanyTrail.administrator(administrator);
        if (content.length > LARGEST) {
            throw new TooLarge("partners.import.large", LARGEST / (1024 * 1024));
        }
        var id = UUID.randomUUID();
        Row.change(
                em,
                "insert into partners_import (id, person_id, kind, name, content, uploaded_at) values (?1, ?2, ?3, ?4, ?5, ?6)",
                id,
                administrator.id(),
                kind.name(),
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                content,
                clock.instant().atOffset(ZoneOffset.UTC));
        return id;
    }

    /** What would come of the file now; nothing is written. Nobody else's file exists. */
    public ImportPreview preview(UUID id, Person administrator) {
        return plans.of(file(id, administrator, "")).preview();
    }

    private ImportFile file(UUID id, Person administrator, String end) {
        CompanyTrail.administrator(administrator);
        return Row.all(
                        em,
                        "select kind, name, content from partners_import where id = ?1 and person_id = ?2" + end,
                        id,
                        administrator.id())
                .findFirst()
                .map(row -> new ImportFile(id, ImportKind.valueOf(row.text(0)), row.text(1), row.bytes(2)))
                .orElseThrow(() -> new NotFound("partners.import.not-found"));
    }

    /**
     * Brings all of the file in, in this transaction, and forgets the file.
     *
     * @param fingerprint of what was shown
     * @param invites whether each person who is registered by it gets an invitation by mail, as a row of this transaction
     * @return what was brought in; nothing where something else would come of the file by now, and then nothing was written
     * @throws RuleViolation where lines are refused, or something changed in this very moment
     */
    public Optional<ImportPreview> bring(UUID id, String fingerprint, boolean invites, Person administrator) {
        var plan = plans.of(file(id, administrator, " for update"));
        if (!plan.preview().fingerprint().equals(fingerprint)) {
            return Optional.empty();
        }
        if (!plan.preview().isReady()) {
            throw new RuleViolation("partners.import.unready");
        }
        try {
            plan.write(new ImportPlans.Order(administrator, invites));
        } catch (StaleVersion | PersistenceException e) {
            throw new RuleViolation("partners.import.meanwhile");
        }
        Row.change(em, "delete from partners_import where id = ?1", id);
        return Optional.of(plan.preview());
    }
}
