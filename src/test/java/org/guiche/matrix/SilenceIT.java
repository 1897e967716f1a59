package org.guiche.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guiche.support.Api;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is behind a wall is in no list, search, count, total, queue place, notification or mail of anybody it is not for (SECURITY 3 and
 * 5; S0-27 to S0-29): by the same table as the access matrix.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SilenceIT {

    @ArquillianResource
    URL home;

    private World world;

    @BeforeEach
    void people() {
        world = World.at(home);
        Arrays.stream(Owner.values()).forEach(world::standing);
    }

    private static boolean sees(Cast role, Owner owner) {
        return Walls.between(role, owner) != Level.NOTHING;
    }

    @Test
    void aSearchFindsWhatOneMayReadAndNothingElse() {
        AtOnce.all(Cast.signedIn(), role -> {
            for (var owner : Owner.values()) {
                var ticket = world.standing(owner);
                var byApi = role.api(home).get("tickets?q=" + ticket.word()).body();
                var list = role.isStaff() ? "/tickets/workspace?q=" : "/tickets/mine?busca=";
                var onPage = role.site(home).get(list + ticket.word()).body();

                assertThat(codes(byApi))
                        .as("%s searches for %s's", role, owner)
                        .isEqualTo(sees(role, owner) ? Set.of(ticket.code()) : Set.of());
                assertThat(onPage.contains("code=" + ticket.code()))
                        .as("%s on %s", role, list)
                        .isEqualTo(sees(role, owner));
            }
            return role;
        });
    }

    private static Set<String> codes(String list) {
        return Pattern.compile("\"code\":\"(\\d+)\"")
                .matcher(list)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void noFilterAndNoOrderLetsAnythingThrough() {
        var customers = Cast.signedIn().stream().filter(role -> !role.isStaff()).toList();
        AtOnce.all(customers, role -> {
            var hidden = Arrays.stream(Owner.values())
                    .filter(owner -> !sees(role, owner))
                    .map(owner -> world.standing(owner).code())
                    .toList();
            for (var filter : filters()) {
                assertThat(codes(role.api(home)
                                .get("tickets?limit=200&" + filter)
                                .body()))
                        .as("%s asks for %s", role, filter)
                        .doesNotContainAnyElementsOf(hidden);
            }
            return role;
        });
    }

    private static List<String> filters() {
        var filters = new ArrayList<>(List.of(
                "sort=created", "sort=activity", "sector=suporte", "unit=loja", "assignee=none", "category=NEW"));
        for (var owner : Owner.values()) {
            filters.add("requester=" + World.personId(owner.person()));
            filters.add("company=" + World.company(owner));
        }
        for (var one : List.of(Cast.N1, Cast.SUPERVISOR)) {
            filters.add("assignee=" + World.personId(one));
        }
        return filters;
    }

    /** Somebody else's ticket comes, is talked about and solved. */
    @ParameterizedTest
    @EnumSource(names = {"REQUESTER", "PARTNER", "RIVAL", "BOTH_AS_PARTNER"})
    void whatHappensBehindAWallChangesNothingThatOthersSee(Owner owner) {
        var others = Cast.signedIn().stream()
                .filter(one -> !one.isStaff() && !sees(one, owner))
                .toList();
        var before = faces(others);

        var code = lived(owner);

        faces(others)
                .forEach((name, face) ->
                        assertThat(face).as("%s after %s's ticket", name, owner).isEqualTo(before.get(name)));
        nobodyIsTold(code, owner);
    }

    private String lived(Owner owner) {
        var code = world.fresh(owner);
        var supervisor = Cast.SUPERVISOR.api(home);
        World.said(supervisor, code, "{'body':'Já vimos.'}");
        World.said(supervisor, code, "{'body':'Só nós.','visibility':'internal'}");
        World.said(owner.person().api(home), code, "{'body':'Obrigado.'}");
        assertThat(supervisor
                        .post("tickets/" + code + "/status", "{'status':'resolvido'}")
                        .statusCode())
                .isEqualTo(200);
        return code;
    }

    /** All that shows lists, counts and places in a queue, as each of them has it. */
    private Map<String, String> faces(List<Cast> people) {
        var faces = new LinkedHashMap<String, String>();
        AtOnce.all(people, this::facesOf).forEach(faces::putAll);
        return faces;
    }

    private Map<String, String> facesOf(Cast one) {
        var faces = new LinkedHashMap<String, String>();
        for (var call :
                List.of("tickets?limit=200", "tickets?limit=200&sort=created", "sectors", "companies", "units", "me")) {
            faces.put(one + " " + call, one.api(home).get(call).body());
        }
        var pages = new ArrayList<>(List.of("/index", "/tickets/mine", "/channels/notifications", "/tickets/open"));
        Arrays.stream(Owner.values()).filter(owner -> owner.person() == one).forEach(owner -> {
            pages.add("/tickets/ticket?code=" + world.standing(owner).code());
            pages.add("/tickets/deadlines?code=" + world.standing(owner).code());
        });
        pages.forEach(page ->
                faces.put(one + " " + page, plain(one.site(home).get(page).body())));
        return faces;
    }

    /** Without what differs from one moment to the next. */
    private static String plain(String page) {
        return page.replaceFirst("(?s).*<main", "")
                .replaceAll("nonce=\"[^\"]*\"|value=\"[^\"]*\"|j_idt\\d+", "")
                .replaceAll("(?s)<time.*?</time>", "")
                .replaceAll("\\?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "")
                .replaceAll("há [^<]{1,20}|agora|em [^<]{1,20}", "")
                .replaceAll("\\d+([.,]\\d+)?%|(x|width|height)[12]?=\"[\\d.]+\"|\\d+ ?(s|min|h)\\b", "");
    }

    private static void nobodyIsTold(String code, Owner owner) {
        var id = Long.parseLong(code);
        var told = new ArrayList<>(Rows.of("select recipient from channels_outbox where ticket_id = ?", id));
        told.addAll(Rows.of(
                "select p.email from channels_notification n join accounts_person p on p.id = n.person_id where n.ticket_id = ?",
                id));

        assertThat(told)
                .as("who is told of %s's", owner)
                .contains(owner.person().email());
        for (var one : Cast.signedIn()) {
            if (!sees(one, owner)) {
                assertThat(told).as("%s is not told of %s's", one, owner).doesNotContain(one.email());
            }
        }
    }

    @Test
    void whatIsTypedIntoAnAddressShowsNothingEither() {
        for (var role : List.of(Cast.CLIENT, Cast.MANAGER, Cast.PARTNER, Cast.NEWCOMER)) {
            world.secretsFrom(role).forEach((owner, word) -> {
                var code = world.standing(Owner.valueOf(owner)).code();
                for (var page : List.of(
                        "/tickets/mine?cliente=" + World.company(Owner.valueOf(owner)),
                        "/tickets/mine?depois=" + code,
                        "/tickets/open?ticket=" + code + "&code=" + code,
                        "/channels/notifications?after=1",
                        "/index?code=" + code)) {
                    assertThat(role.site(home).get(page).body())
                            .as("%s at %s", role, page)
                            .doesNotContain(word);
                }
                var odd = URLEncoder.encode("' or '1'='1", StandardCharsets.UTF_8);
                assertThat(Api.at(home).as(role.email()).get("tickets?q=" + odd).body())
                        .doesNotContain(word);
            });
        }
    }

    /** SECURITY 6: the API and the mails; the pages are in {@link PageMatrixIT}. */
    @Test
    void nothingThatACustomerGetsHoldsWhatTheStaffSaysAmongItself() {
        for (var owner : Owner.values()) {
            var ticket = world.standing(owner);
            var api = owner.person().api(home);
            for (var call : List.of("", "/events", "/messages", "/deadlines", "/links")) {
                assertThat(api.get("tickets/" + ticket.code() + call).body())
                        .as(call)
                        .doesNotContain(ticket.secret());
            }
            assertThat(api.get("tickets?q=" + ticket.secret()).body()).doesNotContain(ticket.code());
            assertThat(Rows.of(
                            "select subject || body from channels_outbox where ticket_id = ? and recipient not like '%@guiche.example'",
                            Long.parseLong(ticket.code())))
                    .isNotEmpty()
                    .allSatisfy(mail -> assertThat(mail).doesNotContain(ticket.secret()));
        }
    }
}
