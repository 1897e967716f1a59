package org.guiche.matrix;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.guiche.support.SecretColumns;
import org.guiche.support.Site;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is kept as a secret leaves the house in no page and no answer of the API, whoever asks (SECURITY 9): hashes of passwords, tokens,
 * links, sessions and devices, what is under the installation's key, CPFs. Which columns those are is read from the database, so that a
 * new one needs a word in {@code secrets.txt}; {@code SecretsIT} looks for the same in the log.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SecretColumnsIT {

    @ArquillianResource
    URL home;

    @Test
    void everyColumnThatLooksLikeASecretHasADecision() {
        var decided = SecretColumns.decisions().keySet();
        var there = new TreeSet<>(Rows.of(SecretColumns.CANDIDATES));

        assertThat(left(there, decided))
                .as("columns without a row: say in src/test/resources/matrix/secrets.txt whether each is a secret")
                .isEmpty();
        assertThat(left(decided, new HashSet<>(Rows.of(SecretColumns.ALL))))
                .as("rows of secrets.txt for columns that are gone")
                .isEmpty();
    }

    private static Set<String> left(Set<String> all, Set<String> these) {
        var left = new TreeSet<>(all);
        left.removeAll(these);
        return left;
    }

    @Test
    void noAnswerHoldsOneOfThem() {
        World.at(home);
        Site.at(home).get("/probe/inventory");
        var answers = Sweep.visits(home);
        var secrets = secrets();
        var wrong = new ArrayList<String>();

        for (var visit : answers) {
            SecretColumns.words(visit.answer().body())
                    .filter(secrets::contains)
                    .forEach(word -> wrong.add(visit.address() + " by " + visit.role()));
        }
        for (var call : Call.all()) {
            if (!call.writes()) {
                for (var role : Cast.values()) {
                    SecretColumns.words(call.by(role, home, World.at(home).things(Owner.REQUESTER))
                                    .body())
                            .filter(secrets::contains)
                            .forEach(word -> wrong.add(call.name() + " by " + role));
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** Each of them has something in it: {@link Canaries} sees to that. */
    private static Set<String> secrets() {
        var found = new HashSet<String>();
        for (var column : SecretColumns.secrets()) {
            var values = Rows.of(SecretColumns.values(column));
            assertThat(values).as("something in %s", column).isNotEmpty();
            found.addAll(values.stream().flatMap(SecretColumns::forms).collect(toSet()));
        }
        return found;
    }

    @Test
    void aSecretInAnAnswerIsFound() {
        var hash = "00ff".repeat(16);

        assertThat(List.of("{\"hash\":\"" + hash + "\"}", "<b>AP8A/wD/AP8A/wD/AP8A/wD/AP8A/wD/AP8A/wD/AP8=</b>"))
                .allSatisfy(answer -> assertThat(SecretColumns.words(answer))
                        .containsAnyElementsOf(SecretColumns.forms("\\x" + hash).toList()));
    }
}
