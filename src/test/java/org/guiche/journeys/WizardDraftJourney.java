package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What is written is kept: over steps and units, in another browser, without a session; and it is sent once. */
class WizardDraftJourney extends Journey {

    private static final String CARLA = "carla@araca.example";

    @Test
    void anotherUnitTakesOnlyWhatItDoesNotAskFor() {
        var wizard = Wizard.begun(as(CARLA), CARLA).choose("Unidade de negócio", "Loja");
        wizard.fill("Número do pedido", "88121").fill("CEP usado no teste", "01310-100");
        wizard.fill("Resumo do problema", "Frete não soma").fill("Descrição detalhada", "Não soma no carrinho.");
        wizard.attach("carrinho.txt", "frete");

        wizard.choose("Unidade de negócio", "Experiência do cliente");
        assertThat(wizard.field("CEP usado no teste")).hasCount(0);
        assertThat(wizard.field("Resumo do problema")).hasValue("Frete não soma");
        assertThat(wizard.field("Descrição detalhada")).hasText("Não soma no carrinho.");
        assertThat(wizard.file("carrinho.txt")).isVisible();
        wizard.choose("Sobre o quê", "Um pedido");
        assertThat(wizard.field("Número do pedido")).hasValue("88121");
        wizard.visitor().step("another-unit");

        wizard.toContact().fill("Telefone", "(11) 3333-4444");
        wizard.advance("Tudo pronto para enviar").visitor().click("Voltar").sees("Para quem respondemos?");
        assertThat(wizard.field("Telefone")).hasValue("(11) 3333-4444");
        wizard.visitor().click("Voltar");
        assertThat(wizard.combobox("Sobre o quê")).containsText("Um pedido");
        assertThat(wizard.file("carrinho.txt")).isVisible();
        wizard.page().goBack();
        wizard.visitor().sees("Para quem respondemos?");
        wizard.page()
                .getByRole(
                        AriaRole.LINK,
                        new GetByRoleOptions().setName("Solicitação").setExact(true))
                .click();
        assertThat(wizard.field("Descrição detalhada")).hasText("Não soma no carrinho.");
        wizard.visitor().step("back-again");
    }

    @Test
    void aFileThatIsNotSavedYetStaysWhenTheUnitIsChosen() {
        var wizard = Wizard.begun(as(CARLA), CARLA).choose("Unidade de negócio", "Loja");
        assertThat(wizard.field("Número do pedido")).isVisible();
        wizard.saved();
        wizard.page().route("**/tickets/open", route -> {
            if (String.valueOf(route.request().postData()).contains("jakarta.faces.source=wizard%3Asave")) {
                route.abort(); // only the choice arrives
            } else {
                route.resume();
            }
        });
        wizard.attach("carrinho.txt", "frete").choose("Unidade de negócio", "Experiência do cliente");

        assertThat(wizard.field("Número do pedido")).hasCount(0);
        assertThat(wizard.file("carrinho.txt")).isVisible();
    }

    @Test
    void anotherBrowserFindsTheDraftAndSoDoesTheNextSession() {
        var here = Wizard.begun(as(CARLA), CARLA).choose("Unidade de negócio", "Loja");
        here.fill("Resumo do problema", "Escrito no balcão").fill("Descrição detalhada", "Começo da conversa.");
        here.attach("foto.txt", "balcão").saved();

        var there = new Wizard(as(CARLA).open("/tickets/open"));
        assertThat(there.combobox("Unidade de negócio")).containsText("Loja");
        assertThat(there.field("Resumo do problema")).hasValue("Escrito no balcão");
        assertThat(there.file("foto.txt")).isVisible();
        there.fill("Descrição detalhada", "Continuada em casa.").saved();
        there.page().locator("details.g-account summary").click();
        there.visitor().click("Sair").sees("Central de chamados");
        there.visitor().signIn(CARLA).open("/tickets/open");
        assertThat(there.field("Descrição detalhada")).hasText("Continuada em casa.");
        there.visitor().step("found-again");
    }

    @Test
    void anEndedSessionLosesNothingNotEvenTheLastWord() {
        var wizard = Wizard.begun(as(CARLA), CARLA).choose("Unidade de negócio", "Loja");
        wizard.fill("Resumo do problema", "Antes do almoço").saved();
        wizard.page().context().clearCookies();
        wizard.fill("Descrição detalhada", "Escrito depois que a sessão acabou.");
        wizard.page().waitForURL(url -> url.contains("/accounts/signin"));
        wizard.visitor().signInHere(CARLA);

        wizard.page().waitForURL(url -> url.endsWith("/tickets/open"));
        assertThat(wizard.field("Descrição detalhada")).hasText("Escrito depois que a sessão acabou.");
        assertThat(wizard.field("Resumo do problema")).hasValue("Antes do almoço");
        wizard.toContact().visitor().step("after-the-session");
    }

    @Test
    void pressedTwiceLostOnTheWayAndSentFromAnOldPageItIsOneTicket() {
        var subject = "Uma vez só " + System.nanoTime();
        var wizard = Wizard.begun(as(CARLA), CARLA).choose("Unidade de negócio", "Loja");
        wizard.fill("Resumo do problema", subject).fill("Descrição detalhada", "Só um chamado.");
        wizard.toContact().advance("Tudo pronto para enviar");
        var page = wizard.page();
        page.route("**/tickets/classification", route -> {
            route.fetch(); // it arrives, its answer does not
            route.abort();
        });
        wizard.visitor().click("Enviar chamado");
        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("Sem conexão");
        page.unroute("**/tickets/classification");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Enviar chamado"))
                .dblclick();
        wizard.visitor().sees("Chamado enviado");
        var code = page.url();
        page.reload();
        wizard.visitor().sees("Chamado enviado");

        assertThat(page.url()).isEqualTo(code);
        assertThat(Wizard.tickets(subject)).isEqualTo(1);
        page.goBack();
        assertThat(page.getByText(subject)).hasCount(0);
        wizard.visitor().open("/tickets/open");
        assertThat(wizard.field("Descrição detalhada")).hasText("");
    }
}
