package org.guiche.partners;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.Audited;
import org.guiche.accounts.PeopleBatch;
import org.guiche.accounts.Person;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;

/** Works out what becomes of a file, and writes just that. */
@Dependent
class ImportPlans {

    @PersistenceContext
    EntityManager em;

    @Inject
    CompanyBatch companies;

    @Inject
    PeopleBatch people;

    @Inject
    AuditTrail trail;

    /**
     * What becomes of a file.
     *
     * @param writing writes it
     */
    record Plan(ImportPreview preview, Consumer<Order> writing) {

        void write(Order order) {
            writing.accept(order);
        }
    }

    /** Who says that it be written, and whether those who are new are invited. */
    record Order(Person administrator, boolean invites) {}

    Plan of(ImportFile file) {
        try {
            var sheet = ImportSheet.read(file.kind(), file.content());
            return file.kind() == ImportKind.COMPANIES ? companies(file, sheet) : people(file, sheet);
        } catch (RuleViolation e) {
            var refusal = Texts.get(e.key(), e.args());
            var unread = new ImportSheet("", ';', List.of(), List.of());
            return new Plan(preview(file, unread, refusal, List.of(), 0), order -> {
                throw e;
            });
        }
    }

    private Plan companies(ImportFile file, ImportSheet sheet) {
        var plan = new CompanyPlan(CompanyIndex.read(em)).of(sheet.lines());
        return new Plan(
                preview(file, sheet, "", plan.fates(), 0), order -> companies.write(plan, order.administrator()));
    }

    private Plan people(ImportFile file, ImportSheet sheet) {
        var index = CompanyIndex.read(em);
        var lines =
                sheet.lines().stream().map(line -> PersonLine.of(line, index)).toList();
        var known = people.known(
                lines.stream()
                        .map(PersonLine::email)
                        .filter(Objects::nonNull)
                        .map(email -> email.address())
                        .toList(),
                lines.stream()
                        .map(PersonLine::cpf)
                        .filter(Objects::nonNull)
                        .map(cpf -> cpf.digits())
                        .toList());
        var plan = new PeoplePlan(known).of(lines);
        var added = (int) plan.drafts().stream().filter(PersonDraft::isNew).count();
        return new Plan(preview(file, sheet, "", plan.fates(), added), order -> write(plan.drafts(), order));
    }

    private void write(List<PersonDraft> drafts, Order order) {
        var ids = people.write(drafts.stream().map(PersonDraft::imported).toList());
        var all = IntStream.range(0, ids.size());
        trail.record(
                order.administrator(),
                all.mapToObj(i -> audited(ids.get(i), drafts.get(i), order)).toList());
        if (order.invites()) {
            people.invite(IntStream.range(0, ids.size())
                    .filter(i -> drafts.get(i).isNew())
                    .mapToObj(ids::get)
                    .toList());
        }
    }

    private static Audited audited(long id, PersonDraft draft, Order order) {
        var invited = order.invites() && draft.isNew();
        return Audited.of(AuditSubject.PERSON, id, "partners.audit.person.imported" + (invited ? ".invited" : ""))
                .to(draft.words());
    }

    private static ImportPreview preview(
            ImportFile file, ImportSheet sheet, String refusal, List<ImportFate> fates, int added) {
        return new ImportPreview(
                file.id(),
                file.kind(),
                file.name(),
                refusal,
                sheet.charset(),
                sheet.separator(),
                sheet.unknown(),
                fates,
                added,
                fingerprint(file, fates));
    }

    /** Of the file and of every fate, to the letter. */
    private static String fingerprint(ImportFile file, List<ImportFate> fates) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(file.content());
            fates.forEach(fate -> digest.update(fate.toString().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
