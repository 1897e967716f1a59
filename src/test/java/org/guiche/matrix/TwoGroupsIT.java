package org.guiche.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import org.guiche.support.Api;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A person of two groups (SECURITY 5): who works for a company and is a partner's general user, too. What such a person opens for the own
 * company is the company's, what is opened for a client the partner's, and nothing that follows goes from one to the other.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TwoGroupsIT {

    private static final String PARTNER = "select group_id from partners_partner where name = 'Muros Um'";

    @ArquillianResource
    URL home;

    private static String group(String code) {
        return Rows.one("select group_id from tickets_ticket where id = ?", Long.parseLong(code));
    }

    @Test
    void aTicketIsOfTheGroupThatItWasOpenedFor() {
        var world = World.at(home);

        assertThat(group(world.fresh(Owner.BOTH)))
                .isEqualTo(Rows.one("select group_id from partners_company where name = 'Muros A'"));
        assertThat(group(world.fresh(Owner.BOTH_AS_PARTNER))).isEqualTo(Rows.one(PARTNER));
    }

    @Test
    void whatGoesOnFromATicketStaysInItsGroup() {
        var world = World.at(home);
        var both = Cast.BOTH.api(home);
        for (var owner : List.of(Owner.BOTH, Owner.BOTH_AS_PARTNER)) {
            var code = world.fresh(owner);
            var message = World.said(both, code, "{'body':'Outro assunto.'}");
            var supervisor = Cast.SUPERVISOR.api(home);
            var split = Api.json(supervisor.post("tickets/" + code + "/split", "{'messages':[" + message + "]}"));
            supervisor.post("tickets/" + code + "/status", "{'status':'resolvido'}");
            var next = Api.json(both.post("tickets/" + code + "/follow-up", "{'body':'Voltou.'}"));

            assertThat(List.of(split.getString("code"), next.getString("code")))
                    .allSatisfy(other -> assertThat(group(other)).isEqualTo(group(code)));
        }
    }

    @Test
    void ticketsOfTheTwoGroupsAreNotMergedThoughOnePersonAskedForBoth() {
        var world = World.at(home);
        var one = world.standing(Owner.BOTH).code();
        var two = world.standing(Owner.BOTH_AS_PARTNER).code();

        Unchanged.by("by a merge across groups", () -> {
            for (var staff : List.of(Cast.SUPERVISOR, Cast.ADMINISTRATOR)) {
                var supervisor = staff.api(home);
                assertThat(supervisor
                                .post("tickets/" + one + "/merge", "{'into':'" + two + "'}")
                                .statusCode())
                        .isEqualTo(422);
                assertThat(supervisor
                                .post("tickets/" + two + "/merge", "{'into':'" + one + "'}")
                                .statusCode())
                        .isEqualTo(422);
            }
        });
    }

    @Test
    void whoLeavesOneOfThemKeepsTheOther() {
        var world = World.at(home);
        var own = "tickets/" + world.standing(Owner.BOTH).code();
        var partners = "tickets/" + world.standing(Owner.BOTH_AS_PARTNER).code();
        var both = Cast.BOTH.api(home);
        var site = Cast.BOTH.site(home);
        var page =
                "/tickets/ticket?code=" + world.standing(Owner.BOTH_AS_PARTNER).code();
        assertThat(both.get(partners).statusCode()).isEqualTo(200);
        assertThat(site.get(page).statusCode()).isEqualTo(200);

        var left = "update accounts_membership set valid_until = now() - interval '1 minute' where group_id = ("
                + PARTNER + ") and person_id = (select id from accounts_person where email = ?)";
        Rows.of(left, Cast.BOTH.email());
        try {
            assertThat(both.get(partners).statusCode()).isEqualTo(404);
            assertThat(site.get(page).statusCode()).isEqualTo(404);
            assertThat(both.post(partners + "/messages", "{'body':'Ainda aqui.'}")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(both.get(own).statusCode()).isEqualTo(200);
        } finally {
            Rows.of(left.replace("now() - interval '1 minute'", "null"), Cast.BOTH.email());
        }
    }
}
