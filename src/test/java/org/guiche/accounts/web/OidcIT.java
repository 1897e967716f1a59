package org.guiche.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.guiche.shared.Cpf;
import org.guiche.support.OpenIdAnswer;
import org.guiche.support.OpenIdAnswer.Manners;
import org.guiche.support.OpenIdAnswer.Signing;
import org.guiche.support.OpenIdProvider;
import org.guiche.support.Site;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-in through a provider, as a browser without scripts sees it (SECURITY 38). */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OidcIT {

    private static final String INSIDE = "/channels/notifications";

    private final String subject = UUID.randomUUID().toString();
    private final String email = UUID.randomUUID() + "@oidc.example";

    @ArquillianResource
    URL home;

    private Site site;

    @BeforeEach
    void nobodyIsIn() {
        site = Site.at(home);
    }

    private OpenIdAnswer ana() {
        return OpenIdAnswer.of(subject).withVerified(email).with("name", "Ana Lima");
    }

    private static HttpResponse<String> begin(Site site, String next) {
        var answer = site.get("/accounts/oidc?next=" + next);
        assertThat(location(answer)).startsWith(OpenIdProvider.running().issuer() + "/authorize?");
        return answer;
    }

    private static String granted(Site site, OpenIdAnswer answer) {
        return OpenIdProvider.running().grant(URI.create(location(begin(site, INSIDE))), answer);
    }

    private static HttpResponse<String> back(Site site, String query) {
        return site.get("/accounts/oidc/callback?" + query);
    }

    private HttpResponse<String> comesBack(OpenIdAnswer answer) {
        return back(site, granted(site, answer));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static void isIn(Site site) {
        assertThat(site.get(INSIDE).statusCode()).isEqualTo(200);
    }

    private static void isOut(Site site) {
        assertThat(location(site.get(INSIDE))).contains("/accounts/signin");
    }

    private void isRefused(HttpResponse<String> answer, String why) {
        assertThat(location(answer)).endsWith("/accounts/signin?oidc=" + why);
        assertThat(site.get("/accounts/signin?oidc=" + why).body()).contains("ui-messages error");
        isOut(site);
    }

    private HttpResponse<String> sends(String form, Map<String, String> fields) {
        var page = site.get("/accounts/linking");
        assertThat(page.body()).contains("id=\"" + form + "\"");
        var all = new LinkedHashMap<>(Site.hidden(page.body()));
        fields.forEach((name, value) -> all.put(form + ":" + name, value));
        return site.post("/accounts/linking", all);
    }

    private HttpResponse<String> links(String password) {
        return sends("password", Map.of("present", password, "link", ""));
    }

    private static long sql(String sql, @Nullable Object... values) {
        try (var connection = DriverManager.getConnection(System.getProperty("guiche.test.db.url"));
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            if (!statement.execute()) {
                return statement.getUpdateCount();
            }
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With everybody's password of the demo, or with none. */
    private static long registered(String email, @Nullable String cpf, boolean withPassword) {
        return sql("""
                insert into accounts_person (name, email, cpf, password_hash, created_at)
                select 'Ana Lima', ?, ?, case when ? then password_hash end, now()
                from accounts_person where email = 'bruno@jatoba.example' returning id""", email, cpf, withPassword);
    }

    private void linked(long person) {
        sql("""
                insert into accounts_identity (issuer, subject, person_id, linked_at, seen_at)
                values (?, ?, ?, now(), now())""", OpenIdProvider.running().issuer(), subject, person);
    }

    private long identities() {
        return sql("select count(*) from accounts_identity where subject = ?", subject);
    }

    private static String mailed(String email) {
        try (var connection = DriverManager.getConnection(System.getProperty("guiche.test.db.url"));
                var statement = connection.prepareStatement("""
                        select substring(body from '/accounts/linking[^[:space:]]*') from channels_outbox
                        where recipient = ? and kind = 'ACCOUNT_PROVE' order by id desc limit 1""")) {
            statement.setString(1, email);
            try (var rows = statement.executeQuery()) {
                assertThat(rows.next()).as("a mail").isTrue();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aVerifiedAddressIsLinkedOnlyOnceThePersonShowsThePasswordAndThenComesStraightIn() {
        registered(email, null, true);
        assertThat(location(comesBack(ana()))).endsWith("/accounts/linking");
        isOut(site);
        assertThat(links("não é esta").body()).contains("A senha atual não confere.");
        isOut(site);
        assertThat(identities()).isZero();

        assertThat(location(links("guiche-demo"))).endsWith(INSIDE);
        isIn(site);
        assertThat(sql("select count(*) from channels_outbox where recipient = ? and kind = 'ACCOUNT_LINKED'", email))
                .isEqualTo(1);

        site = Site.at(home);
        assertThat(location(comesBack(ana()))).endsWith(INSIDE);
        isIn(site);
    }

    @Test
    void theSessionIsAnotherOnceSomebodyIsIn() {
        linked(registered(email, null, true));
        var query = granted(site, ana());
        site.get("/accounts/signin");
        var before = site.cookies();

        assertThat(location(back(site, query))).endsWith(INSIDE);
        assertThat(session(site.cookies())).isNotEmpty().isNotEqualTo(session(before));
        assertThat(site.cookies()).as("what the sign-in was begun with").doesNotContain("guiche-oidc=");
    }

    private static String session(String cookies) {
        return cookies.replaceFirst("(?:^|.*; )guiche=([^;]*).*|.*", "$1");
    }

    @Test
    void whatWasNotBegunInThisBrowserIsRefused() {
        linked(registered(email, null, true));
        var query = granted(site, ana());
        var elsewhere = Site.at(home);
        assertThat(location(back(elsewhere, query))).endsWith("oidc=stale");
        isOut(elsewhere);
        begin(elsewhere, "/");
        assertThat(location(back(elsewhere, query)))
                .as("nor with a cookie of its own")
                .endsWith("oidc=stale");
        isOut(elsewhere);

        assertThat(location(back(site, query))).as("and it still counts here").endsWith(INSIDE);
    }

    @Test
    void anotherOrNoStateIsRefused() {
        linked(registered(email, null, true));
        var query = granted(site, ana());

        isRefused(back(site, query.replaceFirst("state=[^&]*", "state=" + "A".repeat(43))), "stale");
        isRefused(back(site, query.replaceFirst("state=[^&]*", "state=")), "stale");
        isRefused(back(site, query.replaceFirst("&state=[^&]*", "")), "stale");
    }

    @Test
    void aCallbackCountsOnce() {
        linked(registered(email, null, true));
        var query = granted(site, ana().with("nonce", "another"));
        isRefused(back(site, query), "invalid");

        isRefused(back(site, query), "stale");
    }

    @Test
    void whoeverTakesTooLongBeginsAnew() {
        linked(registered(email, null, true));
        var query = granted(site, ana());
        var state = query.replaceFirst(".*state=([^&]*).*", "$1");
        sql(
                "update accounts_oidc_login set expires_at = expires_at - interval '10 minutes' where state = sha256(?::bytea)",
                state);

        isRefused(back(site, query), "stale");
    }

    @Test
    void whatIsKeptOfASignInOnItsWayIsOfNoUseToWhoReadsTheTable() {
        var query = granted(site, ana());
        var state = query.replaceFirst(".*state=([^&]*).*", "$1");

        assertThat(sql("select count(*) from accounts_oidc_login where state = sha256(?::bytea)", state))
                .isEqualTo(1);
        assertThat(sql("select count(*) from accounts_oidc_login where encode(state, 'escape') = ?", state))
                .isZero();
    }

    @Test
    void anAnswerOfAnotherProviderIsRefused() {
        linked(registered(email, null, true));
        var query = granted(site, ana()).replaceFirst("iss=[^&]*", "iss=https%3A%2F%2Fevil.example");

        isRefused(back(site, query), "invalid");
    }

    @Test
    void whenTheProviderSaysNoSoDoWe() {
        var state = granted(site, ana()).replaceFirst(".*state=([^&]*).*", "$1");

        isRefused(back(site, "error=access_denied&state=" + state), "denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "HS256_WITH_THE_PUBLIC_KEY", "ANOTHER_KEY"})
    void aTokenThatIsNotTheProvidersLetsNobodyIn(Signing how) {
        linked(registered(email, null, true));

        isRefused(comesBack(ana().signed(how)), "invalid");
    }

    @Test
    void whileTheProviderFailsThePasswordStillOpens() {
        linked(registered(email, null, true));
        isRefused(comesBack(ana().behaving(Manners.FAILING)), "away");

        isIn(Site.at(home).as(email));
    }

    @Test
    void whoMayNotActStaysOut() {
        var person = registered(email, null, true);
        linked(person);
        sql("update accounts_person set active = false where id = ?", person);

        isRefused(comesBack(ana()), "closed");
    }

    @Test
    void anAccountThatMayNotActIsLinkedToNobody() {
        sql("update accounts_person set active = false where id = ?", registered(email, null, true));

        isRefused(comesBack(ana()), "closed");
        assertThat(identities()).isZero();
    }

    @Test
    void theSameSubjectOfAnotherProviderIsSomebodyElse() {
        var person = registered(email, null, true);
        sql("""
                insert into accounts_identity (issuer, subject, person_id, linked_at, seen_at)
                values ('https://outro.example', ?, ?, now(), now())""", subject, person);

        assertThat(location(comesBack(OpenIdAnswer.of(subject).withVerified("x" + email))))
                .endsWith("/linking");
        isOut(site);
    }

    @Test
    void anotherSubjectWithTheSameAddressIsAskedAgain() {
        linked(registered(email, null, true));

        assertThat(location(comesBack(OpenIdAnswer.of("another " + subject).withVerified(email))))
                .endsWith("/accounts/linking");
        isOut(site);
    }

    @Test
    void claimsOfTwoPeopleAreNobodys() {
        registered(email, null, true);
        var cpf = cpf();
        registered("y" + email, cpf, true);

        isRefused(comesBack(ana().with("cpf", cpf)), "conflict");
    }

    @Test
    void aCpfThatTheProviderVouchesForFindsTheAccountWhateverItsAddress() {
        var cpf = cpf();
        registered(email, cpf, true);

        assertThat(location(comesBack(OpenIdAnswer.of(subject).with("cpf", cpf))))
                .endsWith("/accounts/linking");
        assertThat(site.get("/accounts/linking").body())
                .contains("•••@oidc.example")
                .doesNotContain(email);
        assertThat(location(links("guiche-demo"))).endsWith(INSIDE);
        isIn(site);
    }

    /** One that nobody has, with right check digits. */
    private static String cpf() {
        var digits = "%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));
        return IntStream.range(0, 100)
                .mapToObj(end -> digits + "%02d".formatted(end))
                .filter(Cpf::looksLike)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAddressThatTheProviderDoesNotVouchForIsProvedByAMailOpenedInTheSameBrowser() {
        registered(email, null, true);
        assertThat(location(comesBack(ana().with("email_verified", false)))).endsWith("/accounts/linking");
        assertThat(site.get("/accounts/linking").body()).contains("Confirme o seu e-mail");
        assertThat(sends("address", Map.of("email", email, "mail", "")).body()).contains("Veja o seu e-mail");
        var link = mailed(email);
        assertThat(Site.at(home).get(link).statusCode()).as("elsewhere").isEqualTo(410);

        assertThat(site.get(link).body()).contains("id=\"password\"").doesNotContain("id=\"address\"");
        isOut(site);
        assertThat(location(links("guiche-demo"))).endsWith(INSIDE);
        isIn(site);
    }

    @Test
    void aMailThatIsOpenedInAnotherBrowserProvesNothingInEither() {
        registered(email, null, true);
        comesBack(ana().with("email_verified", false));
        sends("address", Map.of("email", email, "mail", ""));
        var link = mailed(email);
        var elsewhere = Site.at(home);
        var other =
                OpenIdAnswer.of("other " + subject).withVerified("z" + email).with("email_verified", false);
        assertThat(location(back(elsewhere, granted(elsewhere, other)))).endsWith("/accounts/linking");

        assertThat(elsewhere.get(link).body()).contains("id=\"address\"").doesNotContain("id=\"password\"");

        assertThat(site.get("/accounts/linking").body())
                .as("where it was asked for")
                .contains("id=\"address\"")
                .doesNotContain("id=\"password\"");
        assertThat(site.get(link).body()).as("it is good there still").contains("id=\"password\"");
    }

    @Test
    void anAccountWithoutAPasswordIsLinkedByAMailToItsAddress() {
        registered(email, null, false);
        assertThat(location(comesBack(ana()))).endsWith("/accounts/linking");
        assertThat(sends("mail", Map.of("mail", "")).body()).contains("Veja o seu e-mail");
        assertThat(identities()).isZero();
        assertThat(site.get(mailed(email)).body()).contains("id=\"confirm\"");

        assertThat(location(sends("confirm", Map.of("link", "")))).endsWith(INSIDE);
        isIn(site);
    }

    @Test
    void nobodySkipsTheStepThatIsAsked() {
        registered(email, null, true);
        assertThat(location(comesBack(ana()))).endsWith("/accounts/linking");
        var fields = Site.hidden(site.get("/accounts/linking").body());

        for (var form : List.of("confirm:link", "create:create", "mail:mail", "address:mail")) {
            var all = new LinkedHashMap<>(fields);
            all.put(form.replaceFirst(":.*", ""), form.replaceFirst(":.*", ""));
            all.put(form, "");
            all.put("create:name", "Outra Pessoa");
            all.put("address:email", "evil@oidc.example");
            site.post("/accounts/linking", all);
            isOut(site);
        }
        assertThat(identities()).isZero();
    }

    @Test
    void somebodyNewConfirmsTheNameAndGetsAnAccountWithoutAPassword() {
        assertThat(location(comesBack(ana().with("social_name", "Aninha")))).endsWith("/accounts/linking");
        assertThat(sends("create", Map.of("name", " ", "create", "")).body()).contains("ui-message-error");
        assertThat(sql("select count(*) from accounts_person where email = ?", email))
                .isZero();

        assertThat(location(sends("create", Map.of("name", "Ana de Lima", "create", ""))))
                .endsWith(INSIDE);
        isIn(site);
        assertThat(sql("""
                select count(*) from accounts_person where email = ? and name = 'Ana de Lima' and social_name = 'Aninha'
                and password_hash is null""", email)).isEqualTo(1);
    }

    @Test
    void rolesFollowTheGroupsAtEachSignInAndNoOthersDo() {
        var person = registered(email, null, true);
        linked(person);
        sql("insert into accounts_role (person_id, role) values (?, 'AGENT_N2'), (?, 'SUPERVISOR')", person, person);

        comesBack(ana().with("groups", List.of("suporte", "ADMINISTRATOR", "admin")));
        assertThat(roles(person)).isEqualTo("AGENT_N1,AGENT_N2");
        assertThat(sql("""
                select count(*) from accounts_audit where subject = 'PERSON' and subject_id = ?
                and act = 'accounts.audit.provider-roles' and before -> 'roles' @> '["SUPERVISOR"]'
                and after -> 'roles' @> '["AGENT_N1"]'""", person)).isEqualTo(1);

        site = Site.at(home);
        comesBack(ana());
        assertThat(roles(person)).as("who left all groups").isEqualTo("AGENT_N2");
    }

    @Test
    void whoLeftAllGroupsHasNoUnitDelegatedAnyMore() {
        var person = registered(email, null, true);
        linked(person);
        comesBack(ana().with("groups", List.of("suporte")));
        sql("insert into accounts_delegation (person_id, unit) values (?, 'loja')", person);

        site = Site.at(home);
        comesBack(ana());

        assertThat(sql("select count(*) from accounts_delegation where person_id = ?", person))
                .isZero();
        assertThat(sql("""
                select count(*) from accounts_audit where subject = 'PERSON' and subject_id = ? and person_id is null
                and act = 'accounts.audit.undelegated' and before ->> 'unit' = 'loja'""", person)).isEqualTo(1);
    }

    private static String roles(long person) {
        try (var connection = DriverManager.getConnection(System.getProperty("guiche.test.db.url"));
                var statement = connection.prepareStatement(
                        "select string_agg(role, ',' order by role) from accounts_role where person_id = ?")) {
            statement.setLong(1, person);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Remote-User",
                "Remote-User",
                "X-Forwarded-User",
                "X-Forwarded-Email",
                "X-Auth-Request-Email",
                "X-Forwarded-Preferred-Username",
                "X-WEBAUTH-USER",
                "OIDC_CLAIM_email",
                "SSL_CLIENT_S_DN_Email",
            })
    void noHeaderSaysWhoSomebodyIs(String header) {
        for (var path : List.of(INSIDE, "/tickets/mine", "/accounts/oidc/callback")) {
            var answer = site.send(
                    site.request(path).header(header, "admin@guiche.example").GET());

            assertThat(location(answer)).as(path).contains("/accounts/signin");
        }
        assertThat(site.send(site.request("/api/v1/tickets")
                                .header(header, "admin@guiche.example")
                                .GET())
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/%5Cevil.example", "/@evil.example"})
    void nobodyIsSentElsewhereAfterwards(String next) {
        linked(registered(email, null, true));
        var asked = site.get("/accounts/oidc?next=" + next);

        var answer = back(site, OpenIdProvider.running().grant(URI.create(location(asked)), ana()));

        assertThat(location(answer)).isIn("/", home.toString());
        isIn(site);
    }

    @Test
    void signingOutEndsOurSessionAndThenTheProviders() {
        linked(registered(email, null, true));
        comesBack(ana());
        isIn(site);
        var cookies = site.cookies();

        var answer = site.post("/accounts/signout", Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Refresh").orElse(""))
                .startsWith("0;url=" + OpenIdProvider.running().issuer() + "/logout?")
                .contains("id_token_hint=", "post_logout_redirect_uri=");
        isOut(site);
        var kept = Site.at(home);
        assertThat(location(
                        kept.send(kept.request(INSIDE).header("Cookie", cookies).GET())))
                .as("the session that somebody kept")
                .contains("/accounts/signin");
    }

    @Test
    void whoIsInStaysWhoTheyAre() {
        linked(registered(email, null, true));
        var query = granted(site, ana());
        site.as("bruno@jatoba.example");

        assertThat(location(back(site, query))).endsWith("/");
        assertThat(site.get("/accounts/me").body())
                .contains("bruno@jatoba.example")
                .doesNotContain(email);
    }
}
