package org.guiche.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.guiche.support.Api;
import org.guiche.support.Samples;
import org.guiche.support.Site;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever may not be here any more is told so on the open page at once, hears nothing further, and has no push connection (S0-24). */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PushEndsIT {

    private static final Pattern CHANNEL = Pattern.compile("(/jakarta\\.faces\\.push/tickets\\?[0-9a-f-]+)");

    @ArquillianResource
    URL home;

    private World world;

    @BeforeEach
    void live() {
        world = World.at(home);
    }

    /** An open page, what it was told, and its end. */
    private static final class Line implements WebSocket.Listener {

        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            told.add(text.toString());
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        void hears(String word) throws InterruptedException {
            for (var text = ""; !text.contains(word); ) {
                text = told.poll(20, TimeUnit.SECONDS);
                assertThat(text).as("told of %s", word).isNotNull();
            }
        }
    }

    private String person(String name) {
        var email = UUID.randomUUID() + "@fim.example";
        Rows.of(
                "insert into accounts_person (name, email, password_hash, created_at) select ?, ?, password_hash, created_at"
                        + " from accounts_person where email = 'bruno@jatoba.example'",
                name,
                email);
        return email;
    }

    private static String id(String email) {
        return Rows.one("select id from accounts_person where email = ?", email);
    }

    private Line tie(Site site) {
        var channel = CHANNEL.matcher(site.get("/tickets/mine").body());
        assertThat(channel.find()).isTrue();
        var line = new Line();
        var socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", "x=y; " + site.cookies())
                .buildAsync(
                        URI.create(home.toString().replaceFirst("^http", "ws")).resolve(channel.group(1)), line)
                .join();
        assertThat(socket.isInputClosed()).isFalse();
        return line;
    }

    private void talkedAbout(String code) {
        World.said(Cast.SUPERVISOR.api(home), code, "{'body':'Já vimos.'}");
    }

    /** It hears of the first one, then that it is over, then nothing: the line is cut. */
    private void ends(Site site, Line line, String code, Runnable end) throws Exception {
        talkedAbout(code);
        line.hears(code);
        end.run();
        talkedAbout(code);
        line.hears("ended");
        assertThat(line.closed.get(10, TimeUnit.SECONDS)).as("the line is cut").isNotNull();
        assertThat(line.told).as("nothing after the end").isEmpty();
        assertThat(site.get("/tickets/mine").statusCode()).isEqualTo(302);
    }

    @Test
    void ofWhoeverIsDisabledAPageOfTheStaffToo() throws Exception {
        var email = person("Fim Da Equipe");
        Rows.of(
                "insert into accounts_role (person_id, role) select id, 'AGENT_N1' from accounts_person where email = ?",
                email);
        var site = Site.at(home).as(email);

        ends(
                site,
                tie(site),
                world.fresh(Owner.REQUESTER),
                () -> assertThat(Cast.ADMINISTRATOR
                                .api(home)
                                .call("PATCH", "users/" + id(email), "{'active':false}")
                                .statusCode())
                        .isEqualTo(200));
    }

    @Test
    void ofWhoeverIsDisabledByTheManager() throws Exception {
        var email = person("Fim Da Empresa");
        Rows.of(
                "insert into accounts_membership (person_id, group_id, whole_group, valid_from)"
                        + " select p.id, g.id, false, p.created_at from accounts_person p, accounts_group g where p.email = ? and g.name = 'Muros A'",
                email);
        var site = Site.at(home).as(email);
        var line = tie(site);

        assertThat(Cast.MANAGER
                        .api(home)
                        .call("PATCH", "users/" + id(email), "{'active':false}")
                        .statusCode())
                .isEqualTo(200);
        line.hears("ended");
        assertThat(line.closed.get(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(site.get("/tickets/mine").statusCode()).isEqualTo(302);
    }

    @Test
    void ofThePartnersUserWhoseContractIsSuspendedOrRevoked() throws Exception {
        for (var step : new String[] {"suspension", "revocation"}) {
            var email = person("Fim Da Agência");
            var contract = granted(email);
            var site = Site.at(home).as(email);
            var line = tie(site);

            var answer = Cast.ADMINISTRATOR
                    .api(home)
                    .post("contracts/" + contract + "/" + step, "{'reason':'O contrato acabou antes.'}");
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
            line.hears("ended");
            assertThat(line.closed.get(10, TimeUnit.SECONDS)).as(step).isNotNull();
            assertThat(site.get("/tickets/mine").statusCode()).as(step).isEqualTo(302);
        }
    }

    /** A contract in force of a partner of its own, and that person as its general user. */
    private String granted(String email) {
        var name = "Fim " + UUID.randomUUID();
        var admin = Cast.ADMINISTRATOR.api(home);
        var partner =
                Api.json(admin.post("partners", "{'name':'" + name + "'}")).getInt("id");
        var document = admin.upload("contrato.pdf", Samples.signedPdf());
        var upload = Api.json(document).getString("uploadId");
        var contract = Api.json(admin.post("contracts", "{'partner':" + partner + ",'document':'" + upload + "'}"))
                .getInt("id");
        Rows.of(
                "update partners_contract set status = 'APPROVED', starts_on = current_date - 9, ends_on = current_date + 99 where id = ?",
                contract);
        Rows.of(
                "insert into partners_user (partner_id, person_id, since, access) select ?, id, now(), true from accounts_person where email = ?",
                partner,
                email);
        Rows.of(
                "insert into accounts_membership (person_id, group_id, whole_group, valid_from)"
                        + " select p.id, r.group_id, true, now() - interval '9 days' from accounts_person p, partners_partner r where p.email = ? and r.id = ?",
                email,
                partner);
        return Integer.toString(contract);
    }
}
