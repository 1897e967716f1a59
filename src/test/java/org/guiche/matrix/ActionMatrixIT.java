package org.guiche.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiche.support.Api;
import org.guiche.support.Site;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a page offers one person, sent by another (SECURITY 10, ASVS 8.2): every action that any page offered to anybody, with the
 * fields and the view state of that page, under the session of everybody whom it is not for. Nothing happens.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ActionMatrixIT {

    private static final String STATE = "jakarta.faces.ViewState";

    private static final Set<Cast> ONE_OF_EACH_KIND =
            Set.of(Cast.VISITOR, Cast.REQUESTER, Cast.MANAGER, Cast.PARTNER, Cast.N1, Cast.SUPERVISOR, Cast.OFFICER);

    @ArquillianResource
    URL home;

    private List<Visit> visits;
    private final List<String> faults = new ArrayList<>();

    @BeforeEach
    void look() {
        Site.at(home).get("/probe/inventory");
        visits = Sweep.visits(home);
    }

    /** Actions and the page that somebody was shown with them. */
    private record Recorded(List<Action> actions, Visit seen) {}

    /**
     * Everything that was offered to somebody and is not for this one, once for each whose thing it is about. A page that does not open for
     * them at all is tried action by action by one of each kind, by the others with all of its actions at once.
     */
    private List<Recorded> notFor(Cast role) {
        var found = new LinkedHashMap<String, Recorded>();
        for (var visit : visits) {
            var alone = !visit.page().allAlike() || ONE_OF_EACH_KIND.contains(role);
            for (var action : visit.actions()) {
                if (action.door().refusal(role, visit.owner()).isPresent()) {
                    found.computeIfAbsent(
                                    visit.owner() + " " + place(visit, action) + " " + (alone ? action.name() : ""),
                                    key -> new Recorded(new ArrayList<>(), visit))
                            .actions()
                            .add(action);
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** The same page at several addresses offers the same, but for the dialogs that those ask for. */
    private static String place(Visit visit, Action action) {
        return action.form().equals("asked") ? visit.address() : visit.page().path();
    }

    @ParameterizedTest
    @EnumSource(Cast.class)
    void whatAPageOffersOthersDoesNothing(Cast role) {
        var recorded = notFor(role);
        var own =
                role == Cast.VISITOR ? "" : role.site(home).get("/accounts/me").body();

        Unchanged.by(
                "by " + role + " sending what others were offered",
                () -> recorded.forEach(one -> {
                    var fields = fields(one, own);
                    send(role, one, fields);
                    if (!"stateless".equals(fields.put(STATE, "stateless"))) {
                        send(role, one, fields);
                    }
                }));

        assertThat(faults).isEmpty();
    }

    /** As the browser of whom it was offered to would send it. */
    private static Map<String, String> fields(Recorded recorded, String own) {
        var fields = new LinkedHashMap<String, String>();
        recorded.seen().inputs().forEach(id -> {
            fields.put(id, "replay");
            fields.put(id + "_input", "replay");
        });
        fields.putAll(Site.hidden(recorded.seen().answer().body()));
        var nonce = Site.hidden(own).get("primefaces.nonce");
        if (nonce != null) {
            fields.put("primefaces.nonce", nonce);
        }
        recorded.actions().forEach(action -> fields.putAll(action.pressed()));
        return fields;
    }

    private void send(Cast role, Recorded recorded, Map<String, String> fields) {
        var answer = role.site(home).post(recorded.seen().address(), fields);
        if (answer.statusCode() >= 500 || answer.body().contains(".java:")) {
            faults.add("%s on %s by %s: %d"
                    .formatted(recorded.actions().get(0).name(), recorded.seen().address(), role, answer.statusCode()));
        }
    }

    @ParameterizedTest
    @EnumSource(Cast.class)
    void whatOtherPagesOfferDoesNothingInAPageOfOnesOwn(Cast role) {
        var fields = new LinkedHashMap<String, String>();
        notFor(role).stream()
                .flatMap(one -> one.actions().stream())
                .forEach(one -> fields.putAll(Map.of(one.form(), one.form(), one.id(), one.id())));

        Unchanged.by("by " + role + " sending them to a page of one's own", () -> {
            for (var page : List.of("/accounts/me", "/tickets/open", "/tickets/mine", "/channels/notifications")) {
                var all = new LinkedHashMap<>(
                        Site.hidden(role.site(home).get(page).body()));
                all.putAll(fields);
                var status = role.site(home).post(page, all).statusCode();
                assertThat(status).as(page).isLessThan(500);
            }
        });
    }

    /** What the others try is real: sent by whom it is for, it is done. */
    @Test
    void theSameDoesWhatItSaysForWhomItIsFor() {
        var owner = Owner.REQUESTER;
        var code = World.at(home).fresh(owner);
        var page = "/tickets/ticket?code=" + code;
        var site = owner.person().site(home);
        var fields = new LinkedHashMap<>(Site.hidden(site.get(page).body()));
        fields.put(STATE, "stateless");
        fields.putAll(Map.of(
                "reply", "reply", "reply:body", "replay", "reply:body_input", "replay", "reply:send", "reply:send"));

        HttpResponse<String> answer = site.post(page, fields);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Api.at(home)
                        .as(owner.person().email())
                        .get("tickets/" + code + "/messages")
                        .body())
                .contains("replay");
    }
}
