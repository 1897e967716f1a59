package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guiche.accounts.Person;
import org.guiche.partners.Companies;
import org.guiche.partners.Company;
import org.guiche.partners.OpenableChoice;
import org.guiche.partners.OpenableChoices;
import org.guiche.partners.Opening;
import org.guiche.tickets.DraftContent.Choice;
import org.guiche.tickets.DraftContent.Request;
import org.guiche.units.BusinessUnit;
import org.guiche.units.FormContext;
import org.guiche.units.FormRules;
import org.guiche.units.FormState;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** How drafts stand now. */
@Stateless
public class DraftViews {

    @Inject
    Clock clock;

    @Inject
    Units units;

    @Inject
    Companies companies;

    @Inject
    OpenableChoices choices;

    /**
     * How a draft stands. What ceased to exist since it was written falls away: a client of an ended contract, a unit that takes no
     * tickets any more, answers that the form does not ask for.
     *
     * @param unitBefore the unit that the answers were given to: of another unit's only those stay that this one asks for too
     */
    public DraftView view(DraftContent written, @Nullable String unitBefore, Person person) {
        return view(written, unitBefore, choices.of(written.request().onBehalfOf(), person), null, person);
    }

    /** The same where it was looked at a moment ago: what is known of the clients since then still counts. */
    public DraftView view(DraftContent written, @Nullable String unitBefore, DraftView before, Person person) {
        var isSame = Objects.equals(
                written.request().onBehalfOf(), before.content().request().onBehalfOf());
        var clients = isSame ? before.clients() : choices.of(written.request().onBehalfOf(), person);
        return view(written, unitBefore, clients, before.opening(), person);
    }

    private DraftView view(
            DraftContent written,
            @Nullable String unitBefore,
            OpenableChoice clients,
            @Nullable Opening known,
            Person person) {
        var opening = client(written.request(), clients, person)
                .map(client ->
                        known != null && client.equals(known.company()) ? known : companies.opening(client, person))
                .map(found -> found.of(written.request().project()))
                .orElse(null);
        var content = offered(written, clients, opening);
        var unit = chosen(content.request().unit(), units.openableBy(person));
        if (unit == null) {
            return DraftView.withoutUnit(content.with(content.request().withUnit(null)), clients, opening);
        }
        var context = opening == null
                ? FormContext.of(companies.partnerOf(person).orElse(null), unit.today(clock.instant()))
                : FormContext.of(opening, unit.today(clock.instant()));
        var here = unit.key().equals(unitBefore)
                ? content
                : moved(content, named(unitBefore, units.openableBy(person)), unit, context);
        var form = FormRules.evaluate(unit.form(), here.request().answers(), context);
        var lead = form.subjectParts().size() == 1 ? FormRules.subjectLead(unit.form(), context) : "";
        return new DraftView(
                here.with(here.request().withUnit(unit.key()).withAnswers(standing(here.request(), unit, form))),
                clients,
                opening,
                unit,
                context,
                form,
                lead.strip());
    }

    /** The chosen client; where there is nothing to choose, the own company. */
    private static Optional<Company> client(Request written, OpenableChoice clients, Person person) {
        return written.onBehalfOf() != null || person.isPartnerUser() || person.isStaff()
                ? Optional.ofNullable(clients.chosen())
                : clients.only();
    }

    private static DraftContent offered(DraftContent written, OpenableChoice clients, @Nullable Opening opening) {
        var chosen = clients.chosen();
        var project = opening == null ? null : opening.project();
        return written.with(written.request()
                .withClient(chosen == null ? null : chosen.id(), project == null ? null : project.id()));
    }

    /** Where there is only one unit, nobody has to choose it. */
    static @Nullable BusinessUnit chosen(@Nullable String key, List<BusinessUnit> openable) {
        return openable.size() == 1 ? openable.get(0) : named(key, openable);
    }

    private static @Nullable BusinessUnit named(@Nullable String key, List<BusinessUnit> openable) {
        return openable.stream()
                .filter(unit -> unit.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    /** What was written goes along to the other unit, as far as that asks for it too. A subject always does. */
    private static DraftContent moved(
            DraftContent content, @Nullable BusinessUnit before, BusinessUnit unit, FormContext context) {
        var answers = before == null
                ? Map.<String, Object>of()
                : FormRules.carry(before.form(), unit.form(), content.request().answers());
        var parts = FormRules.toWrite(unit.form(), context);
        var subject = subject(content.request(), before);
        var moved = content.request().withAnswers(answers);
        var request = subject.isBlank()
                ? moved
                : parts.isEmpty()
                        ? moved.withSubject(subject, Map.of())
                        : moved.withSubject(
                                null, Map.of(parts.get(parts.size() - 1).key(), subject));
        return content.with(request).with(Choice.NOTHING);
    }

    private static String subject(Request written, @Nullable BusinessUnit before) {
        return before == null || before.form().subject() == null
                ? Objects.requireNonNullElse(written.subject(), "")
                : written.subjectParts().values().stream()
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining(" - "));
    }

    /**
     * The answers of visible fields, those that are refused as they were written. Fields that other answers hide keep theirs for
     * the moment that they show again; sending leaves them out.
     */
    private static Map<String, Object> standing(Request written, BusinessUnit unit, FormState form) {
        var answers = new LinkedHashMap<String, Object>();
        var visibleNow =
                form.fields().stream().map(visible -> visible.field().key()).toList();
        written.answers().forEach((key, value) -> {
            if (!visibleNow.contains(key) && unit.form().field(key).isPresent()) {
                answers.put(key, value);
            }
        });
        answers.putAll(form.kept());
        for (var visible : form.fields()) {
            if (visible.value() != null) {
                answers.put(visible.field().key(), visible.value());
            }
        }
        return answers;
    }
}
