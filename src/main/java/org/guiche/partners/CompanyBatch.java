package org.guiche.partners;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.Audited;
import org.guiche.accounts.GroupKind;
import org.guiche.accounts.Groups;
import org.guiche.accounts.Person;
import org.guiche.shared.JsonText;
import org.guiche.shared.StaleVersion;

/** Many companies at once, for imports: written in batches, each with its line in the trail. */
@Dependent
class CompanyBatch {

    private static final int BATCH = 1000;

    @PersistenceContext
    EntityManager em;

    @Inject
    Groups groups;

    @Inject
    AuditTrail trail;

    /** Writes all of it; refuses as stale where a company that it changes was changed meanwhile. */
    void write(CompanyPlan plan, Person administrator) {
        var audited = new ArrayList<Audited>();
        var domains = new ArrayList<JsonObject>();
        inBatches(plan.changed().stream().map(CompanyBatch::json), this::update);
        plan.changed().forEach(change -> {
            groups.rename(change.before().groupId(), change.after().name());
            audited.add(audited(change));
            domains.addAll(domains(change.before().id(), change.after()));
        });
        var ids = insert(plan.added());
        IntStream.range(0, ids.size()).forEach(i -> {
            var text = plan.added().get(i);
            audited.add(CompanyTrail.audited(
                    ids.get(i), text.name(), "partners.audit.imported", Map.of(), text.apartFrom(null)));
            domains.addAll(domains(ids.get(i), text));
        });
        inBatches(domains.stream(), this::belong);
        trail.record(administrator, audited);
    }

    private static Audited audited(CompanyPlan.Change change) {
        var before = change.before();
        return CompanyTrail.audited(
                before.id(),
                change.after().name(),
                "partners.audit.imported",
                before.text().apartFrom(change.after()),
                change.after().apartFrom(before.text()));
    }

    private static void inBatches(Stream<JsonObject> rows, Consumer<List<JsonObject>> batch) {
        var all = rows.toList();
        for (int from = 0; from < all.size(); from += BATCH) {
            batch.accept(all.subList(from, Math.min(from + BATCH, all.size())));
        }
    }

    private static String array(List<JsonObject> rows) {
        return JsonText.array(rows).build().toString();
    }

    private static JsonObjectBuilder json(CompanyText text) {
        var json = JsonText.object().add("name", text.name()).add("active", text.active());
        if (text.cnpj() != null) {
            json.add("cnpj", text.cnpj().value());
        }
        return text.address() == null ? json : json.add("address", text.address());
    }

    private static JsonObject json(CompanyPlan.Change change) {
        return json(change.after())
                .add("id", change.before().id())
                .add("version", change.before().version())
                .build();
    }

    /** What it has no more goes at once, so that another company of the same file can have it. */
    private void update(List<JsonObject> rows) {
        var written = array(rows);
        var changed = Row.change(em, """
                update partners_company c set name = r.name, cnpj = r.cnpj, address = r.address, active = r.active,
                    version = c.version + 1
                from jsonb_to_recordset(cast(?1 as jsonb))
                    as r (id bigint, version int, name text, cnpj text, address text, active boolean)
                where c.id = r.id and c.version = r.version""", written);
        if (changed != rows.size()) {
            throw new StaleVersion();
        }
        Row.change(
                em,
                "delete from partners_domain where company_id in"
                        + " (select id from jsonb_to_recordset(cast(?1 as jsonb)) as r (id bigint))",
                written);
    }

    /** Gives the ids in the same order. */
    private List<Long> insert(List<CompanyText> added) {
        if (added.isEmpty()) {
            return List.of();
        }
        var groupIds = groups.create(
                GroupKind.COMPANY, added.stream().map(CompanyText::name).toList());
        var ids = new HashMap<Long, Long>();
        var rows = IntStream.range(0, added.size())
                .mapToObj(
                        i -> json(added.get(i)).add("group_id", groupIds.get(i)).build());
        inBatches(rows, some -> Row.all(em, """
                        insert into partners_company (group_id, name, cnpj, address, active)
                        select group_id, name, cnpj, address, active from jsonb_to_recordset(cast(?1 as jsonb))
                            as r (group_id bigint, name text, cnpj text, address text, active boolean)
                        returning group_id, id""", array(some)).forEach(row -> ids.put(row.number(0), row.number(1))));
        return groupIds.stream().map(ids::get).toList();
    }

    private static List<JsonObject> domains(long companyId, CompanyText text) {
        return text.domains().stream()
                .map(domain -> JsonText.object()
                        .add("company_id", companyId)
                        .add("domain", domain)
                        .build())
                .toList();
    }

    private void belong(List<JsonObject> rows) {
        Row.change(
                em,
                "insert into partners_domain (company_id, domain) select company_id, domain"
                        + " from jsonb_to_recordset(cast(?1 as jsonb)) as r (company_id bigint, domain text)",
                array(rows));
    }
}
