package org.guiche.partners.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.guiche.accounts.AuditRecord;
import org.guiche.accounts.People;
import org.guiche.partners.ContractDetails;
import org.guiche.partners.PartnerSummary;
import org.guiche.partners.Partners;
import org.guiche.partners.Span;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** Backs {@code partners/partners.xhtml}: the partners, and one of them with its contracts (picture 20-admin-parceiros). */
@Named
@RequestScoped
public class PartnersPage {

    private static final int SHOWN = 100;
    private static final int LATEST = 4;

    @Inject
    PartnerPlace place;

    @Inject
    Partners partners;

    @Inject
    People people;

    @Inject
    Clock clock;

    private @Nullable List<PartnerSummary> found;
    private @Nullable List<Line> history;

    /** A partner in the list. */
    public record Row(long id, String name, String line, String chip, String tone, String href, boolean selected) {}

    /** Something that was done. */
    public record Line(
            long id,
            String who,
            String what,
            String subject,
            String when,
            String moment,
            String why,
            String before,
            String after,
            String icon) {}

    /** Refuses everybody but administrators, and a partner that there is not, before anything is drawn. */
    public void enter() {
        found();
        if (place.isChosen()) {
            place.getPartner();
        }
    }

    private List<PartnerSummary> found() {
        var known = found;
        if (known == null) {
            known = partners.list(place.getSought(), place.me());
            found = known;
        }
        return known;
    }

    public List<Row> getRows() {
        var today = today();
        var sought = URLEncoder.encode(place.getSought(), StandardCharsets.UTF_8);
        return found().stream()
                .limit(SHOWN)
                .map(one -> new Row(
                        one.id(),
                        one.name(),
                        PartnerWords.line(one, today),
                        PartnerWords.chip(one),
                        PartnerWords.tone(one),
                        "/partners/partners?partner=" + one.id() + (sought.isEmpty() ? "" : "&q=" + sought),
                        one.id() == place.getId()))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Span.ZONE);
    }

    /** {@code Mostrando 100 de 2000}; empty where all are shown. */
    public String getMore() {
        return found().size() > SHOWN ? Texts.get("partners.list.more", SHOWN, found().size()) : "";
    }

    /** {@code Mirante Comunicação Ltda · CNPJ 18.274.930/0001-55 · Belo Horizonte, MG}. */
    public String getDetail() {
        var text = place.getPartner().text();
        var parts = new ArrayList<String>();
        parts.add(Objects.requireNonNullElse(text.legalName(), ""));
        parts.add(text.cnpj() == null ? "" : "CNPJ " + text.cnpj().formatted());
        parts.add(Objects.requireNonNullElse(text.city(), ""));
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    /** How many clients the partner has. */
    public int getClients() {
        return found().stream()
                .filter(one -> one.id() == place.getId())
                .map(PartnerSummary::clients)
                .findFirst()
                .orElseGet(() -> partners.list("", place.me()).stream()
                        .filter(one -> one.id() == place.getId())
                        .mapToInt(PartnerSummary::clients)
                        .sum());
    }

    /** What was done with the partner and its contracts, the latest first. */
    public List<Line> getHistory() {
        var known = history;
        if (known == null) {
            var records = new ArrayList<>(partners.history(place.getId(), null, place.me()));
            partners.contracts(place.getId(), place.me()).stream()
                    .map(ContractDetails::id)
                    .forEach(contract -> records.addAll(partners.history(place.getId(), contract, place.me())));
            known = lines(records);
            history = known;
        }
        return known;
    }

    private List<Line> lines(List<AuditRecord> records) {
        var names = people.names(records.stream()
                .map(AuditRecord::personId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return records.stream()
                .sorted(Comparator.comparing(AuditRecord::id).reversed())
                .map(record -> line(record, who(record, names)))
                .toList();
    }

    private static String who(AuditRecord record, Map<Long, String> names) {
        return record.personId() == null ? "" : names.getOrDefault(record.personId(), "");
    }

    private Line line(AuditRecord record, String who) {
        var audited = record.audited();
        return new Line(
                record.id(),
                who,
                record.sentence(),
                audited.subject().name().equals("CONTRACT")
                        ? Texts.get("partners.contract.number", audited.subjectId())
                        : "",
                PartnerWords.shortly(record.at(), today()),
                PartnerWords.moment(record.at()),
                Objects.requireNonNullElse(audited.reason(), ""),
                words(audited.before()),
                words(audited.after()),
                icon(audited.act()));
    }

    private static String words(Map<String, Object> values) {
        return values.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(Texts.get("partners.audit.person")))
                .map(entry -> Texts.get("partners.history.value", entry.getKey(), said(entry.getValue())))
                .sorted()
                .collect(Collectors.joining(" · "));
    }

    private static String said(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    private static String icon(String act) {
        if (act.contains("grant") || act.contains("access")) {
            return "user-plus";
        }
        return act.contains("client") ? "briefcase" : "file-check";
    }

    /** The latest of it, for the side. */
    public List<Line> getLatest() {
        return getHistory().stream().limit(LATEST).toList();
    }
}
