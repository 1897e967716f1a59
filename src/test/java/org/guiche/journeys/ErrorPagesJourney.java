package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong, a whole page in Portuguese says what happened and what to do, and gives nothing away. */
class ErrorPagesJourney extends Journey {

    @Test
    void anAddressThatIsNoneSaysSo() {
        visitor()
                .expects(404)
                .open("/probe/nothing")
                .sees("Não encontramos esta página")
                .stepInEveryLook("not-found");
    }

    @Test
    void whatIsMissingLooksTheSameAsAnAddressThatIsNone() {
        var visitor = visitor().expects(404).open("/probe/form?fault=missing").sees("Não encontramos esta página");
        assertThat(visitor.page().getByText("Não encontramos o que você procura."))
                .isVisible();
        visitor.step("missing");
    }

    @Test
    void aRefusalToEnterGivesItsReason() {
        var visitor = visitor().expects(403).open("/probe/form?fault=denied").sees("Você não tem acesso a esta página");
        assertThat(visitor.page().locator("main")).containsText("Esta página é da equipe de atendimento.");
        visitor.step("denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken", "late"})
    void aDefectGivesACodeAndNothingElseAway(String when) {
        var visitor = visitor().expects(500).open("/probe/form?fault=" + when).sees("Algo deu errado do nosso lado");
        assertThat(visitor.page().locator("main"))
                .containsText(Pattern.compile("Código do erro: [B-Z2-9]{4}-[B-Z2-9]{4}"));
        var told = visitor.page().content();
        assertThat(Stream.of("secret", "IllegalState", "org.guiche", "Payara").filter(told::contains))
                .isEmpty();
        assertThat(told.endsWith("</html>")).as("the page is whole").isTrue();
        visitor.step(when);
    }

    @Test
    void aPageLeftOpenTooLongCanBeOpenedAgain() {
        var visitor = visitor().expects(410).open("/probe/form");
        visitor.page().context().clearCookies();
        visitor.page()
                .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Página inteira"))
                .click();
        visitor.sees("Esta página expirou").step("expired");
        visitor.page()
                .getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Abrir de novo"))
                .click();
        visitor.sees("Uma de cada").step("opened-again");
    }
}
