package org.guiche.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever administers all shapes every unit, whoever had one delegated that one, while working here (ADR 34). */
class PersonTest {

    private static Person person(Set<Role> roles, String... units) {
        return new Person(7, "Vera Lins", "vera@guiche.example", null, null, roles, List.of(), Set.of(units));
    }

    @Test
    void aDelegateShapesThatUnitAndNoOther() {
        var vera = person(Set.of(Role.AGENT_N2), "loja");

        assertThat(vera.administers("loja")).isTrue();
        assertThat(vera.administers("cx")).isFalse();
        assertThat(vera.administersUnits()).isTrue();
        assertThat(vera.isAdministrator()).isFalse();
    }

    @Test
    void anAdministratorShapesEveryUnit() {
        assertThat(person(Set.of(Role.ADMINISTRATOR)).administers("cx")).isTrue();
        assertThat(person(Set.of(Role.ADMINISTRATOR)).administersUnits()).isTrue();
    }

    @Test
    void whoWorksHereNoMoreOrOnlyReadsShapesNone() {
        for (var roles : List.of(Set.<Role>of(), Set.of(Role.DATA_OFFICER))) {
            assertThat(person(roles, "loja").administers("loja")).isFalse();
            assertThat(person(roles, "loja").administersUnits()).isFalse();
        }
        assertThat(person(Set.of(Role.SUPERVISOR)).administersUnits()).isFalse();
    }
}
