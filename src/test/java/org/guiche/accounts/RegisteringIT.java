package org.guiche.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJB;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.guiche.shared.FieldError;
import org.guiche.shared.RuleViolation;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One CPF belongs to one person, whatever runs at the same time (S0-26, SECURITY 43, REQUIREMENTS 8: 2). */
@ExtendWith(ArquillianExtension.class)
class RegisteringIT {

    @EJB
    People people;

    @Test
    void fiftyAtOnceWithOneCpfRegisterOnePerson() throws Exception {
        var tries = new ArrayList<Callable<String>>();
        for (int i = 0; i < 50; i++) {
            tries.add(() -> register("111.444.777-35", UUID.randomUUID() + "@muitos.example"));
        }
        var threads = Executors.newFixedThreadPool(50);
        var ends = new ArrayList<String>();
        try {
            for (var end : threads.invokeAll(tries)) {
                ends.add(end.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(ends).filteredOn("registered"::equals).hasSize(1);
        assertThat(ends).filteredOn("cpf accounts.cpf.taken"::equals).hasSize(49);
    }

    @Test
    void anAddressBelongsToOnePersonToo() {
        var address = UUID.randomUUID() + "@muitos.example";

        assertThat(register("123.456.789-09", address)).isEqualTo("registered");
        assertThat(register("987.654.321-00", address)).isEqualTo("email accounts.email.taken");
    }

    private String register(String cpf, String address) {
        try {
            people.register(new NewPerson("Ana Lima", new Email(address), Cpf.of(cpf), null, null, Set.of()));
            return "registered";
        } catch (RuleViolation refusal) {
            FieldError error = refusal.fields().get(0);
            return error.field() + " " + error.key();
        }
    }
}
