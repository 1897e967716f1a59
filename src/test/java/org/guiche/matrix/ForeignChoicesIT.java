package org.guiche.matrix;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.guiche.support.Pages;
import org.guiche.support.Site;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is behind a wall, in every list, box and hidden field of every form that a page has for anybody and that names such a thing
 * (SECURITY 2, 10): answered as what never was is answered, and not one row is another afterwards. The forms are read from the pages as
 * they came, what their fields name from {@code choices.txt}.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ForeignChoicesIT {

    /** Forms that keep what is being written, whatever of it can be sent later, and where. */
    private static final Set<String> WRITING = Set.of("wizard", "reply");

    private static final Set<String> DRAFTS = Set.of("tickets_draft", "tickets_reply_draft");

    @ArquillianResource
    URL home;

    private final List<Choice> choices = new ArrayList<>();
    private final Set<String> forms = new TreeSet<>();
    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void look() {
        Site.at(home).get("/probe/inventory");
        Stream.concat(new Wizards(home).visits().stream(), Sweep.visits(home).stream())
                .forEach(this::read);
    }

    @AfterEach
    void leave() {
        Wizards.end();
    }

    private void read(Visit visit) {
        for (var form : visit.forms()) {
            forms.add(form.id());
            form.choices().keySet().forEach(name -> choices.add(new Choice(visit, form, name)));
        }
    }

    @Test
    void everyFieldHasARow() {
        assertThat(choices.stream()
                        .filter(choice -> !choice.isKnown())
                        .map(Choice::place)
                        .collect(toCollection(TreeSet::new))
                        .stream()
                        .collect(joining("\n")))
                .as("fields without a row: say in src/test/resources/matrix/choices.txt what each names")
                .isEmpty();
    }

    /** By their names as the pages are written; those of HTML alone have none, and are found by where they are sent. */
    @Test
    void everyFormIsReachedOrTriedElsewhere() {
        var unreached = Pages.all().stream()
                .flatMap(page -> Pages.elements(page).stream())
                .filter(element -> "form".equals(element.getLocalName()))
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty() && !id.contains("#") && !forms.contains(id))
                .collect(toSet());
        var elsewhere =
                Table.rows("forms.txt", 2).stream().map(row -> row.get(0)).collect(toSet());

        assertThat(unreached)
                .as("forms that no address leads to: say in src/test/resources/matrix/forms.txt which test tries each")
                .isEqualTo(elsewhere);
    }

    @Test
    void whatIsBehindAWallIsTakenForWhatNeverWas() {
        var places = new LinkedHashMap<String, Choice>();
        choices.stream()
                .filter(Choice::isTried)
                .sorted(Comparator.comparing(choice -> choice.visit().role().isStaff()))
                .forEach(choice -> places.putIfAbsent(choice.place(), choice));

        assertThat(places.keySet())
                .contains("/tickets/open wizard: wizard:client", "/tickets/mine /tickets/mine: cliente");
        for (var choice : places.values()) {
            var kept = WRITING.contains(choice.form().id()) ? DRAFTS : Set.<String>of();
            var foreign = choice.foreign(home);
            try {
                Unchanged.but(kept, choice.toString(), () -> compare(choice, foreign));
            } catch (AssertionError changed) {
                wrong.add(String.valueOf(changed.getMessage()).strip().replace('\n', ' '));
            }
        }
        assertThat(String.join("\n", wrong)).isEmpty();
    }

    private void compare(Choice choice, List<String> foreign) {
        if (choice.actions().isEmpty()) {
            compare(choice, foreign, null);
        }
        choice.actions().forEach(action -> compare(choice, foreign, action));
    }

    private void compare(Choice choice, List<String> foreign, @Nullable Action action) {
        var what = choice + (action == null ? "" : ", " + action.name());
        var never = Said.of(choice.send(home, choice.never(), action), choice.never());
        for (var value : foreign) {
            var answer = choice.send(home, value, action);
            var said = Said.of(answer, value);
            if (answer.statusCode() >= 500 || !said.equals(never)) {
                wrong.add(what + " = " + value + ": " + Said.difference(said, never));
            }
            if (isWritten(choice.visit().role(), value)) {
                wrong.add(what + " = " + value + " is kept");
            }
            hides(choice, answer.body(), what);
        }
    }

    private void hides(Choice choice, String body, String what) {
        World.at(home).secretsFrom(choice.visit().role()).forEach((owner, word) -> {
            if (body.contains(word)) {
                wrong.add(what + " shows something of " + owner);
            }
        });
    }

    /** In what this one is writing; uploads stand there unread until it is sent, when they are looked at. */
    private static boolean isWritten(Cast role, String value) {
        var plain = value.replaceFirst("^\\w+:", "");
        return !Rows.of(
                        "select 1 from tickets_draft d join accounts_person p on p.id = d.person_id where p.email = ? and d.ticket_id is null"
                                + " and (d.content->>'onBehalfOf' = ? or d.content->>'project' = ? or d.content->'contact'->>'email' = ?)",
                        role.email(),
                        plain,
                        plain,
                        plain)
                .isEmpty();
    }
}
