package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.guiche.support.Api;
import org.junit.jupiter.api.Test;

/** Two tickets about one thing become one, two things in one ticket become two, and what has ended goes on in another. */
class MergeJourney extends Journey {

    @Test
    void anAgentMergesTwoTicketsAndTheOldCodeLeadsToTheOtherUntilThatIsTakenBack() {
        var stays = opened("Frete não soma no carrinho");
        var goes = opened("Frete zerado, de novo");
        says(goes, "Agora também no aplicativo.");
        var talita = as("talita@guiche.example").open("/tickets/workspace?view=all&code=" + goes);
        var page = talita.page();

        menu(page, "Mesclar em…");
        page.getByLabel("Chamado que fica").fill("999999999");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Não há chamado “#999999999”");
        page.getByLabel("Chamado que fica").fill(stays);
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Frete não soma no carrinho");
        talita.stepInEveryLook("merge");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON)
                .filter(new FilterOptions().setHasText("Mesclar"))
                .click();

        assertThat(page).hasURL(Pattern.compile("code=" + stays));
        assertThat(page.getByText("O chamado #" + goes + " foi reunido neste")).isVisible();
        assertThat(page.locator("#talk")).containsText("Agora também no aplicativo.");
        assertThat(page.locator("#talk .mark").last()).hasText("do chamado #" + goes);
        talita.stepInEveryLook("merged");

        var bruno = as("bruno@jatoba.example").open("/tickets/ticket?code=" + goes);
        assertThat(bruno.page()).hasURL(Pattern.compile("code=" + stays));
        assertThat(bruno.page().getByText("O chamado #" + goes + " foi reunido neste"))
                .isVisible();
        assertThat(bruno.page().locator("#talk")).containsText("Agora também no aplicativo.");
        bruno.stepInEveryLook("old code");

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Desfazer a mesclagem do #" + goes))
                .click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("volta a ser dele mesmo");
        page.getByRole(
                        AriaRole.BUTTON,
                        new GetByRoleOptions().setName("Desfazer").setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(page.locator("#talk")).not().containsText("Agora também no aplicativo.");
        bruno.open("/tickets/ticket?code=" + goes);
        assertThat(bruno.page()).hasURL(Pattern.compile("code=" + goes));
        talita.step("undone");
    }

    @Test
    void aTicketIsLinkedByItsCodeAndSeenBeforeItIs() {
        var here = opened("Cupom não aplica");
        var other = opened("Cupom não aplica no celular");
        var talita = as("talita@guiche.example").open("/tickets/workspace?view=all&code=" + here);
        var page = talita.page();

        page.locator(".ties")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Vincular…"))
                .click();
        page.getByLabel("ele é filho deste").check();
        page.getByLabel("Outro chamado").fill("#" + other);
        talita.click("Conferir");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Cupom não aplica no celular");
        talita.stepInEveryLook("link");
        page.keyboard().press("Enter"); // the button has the focus once the ticket is shown
        assertThat(page.locator(".ties")).containsText("ele é filho deste");

        var bruno = as("bruno@jatoba.example").open("/tickets/ticket?code=" + other);
        assertThat(bruno.page().locator(".ties")).containsText("ele é o pai deste");
        bruno.stepInEveryLook("linked");

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Desfazer o vínculo com o #" + other))
                .click();
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Desfazer o vínculo com o #" + other))
                .click();
        page.getByRole(
                        AriaRole.BUTTON,
                        new GetByRoleOptions().setName("Desfazer").setExact(true))
                .click();
        assertThat(page.locator(".ties")).containsText("Nenhum chamado ligado a este.");
    }

    @Test
    void aPartOfAConversationBecomesATicketOfItsOwn() {
        var code = opened("Pedido não chegou");
        says(code, "Outra coisa: o boleto veio errado.");
        var talita = as("talita@guiche.example").open("/tickets/workspace?view=all&code=" + code);
        var page = talita.page();

        page.locator(".msg").last().hover();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Dividir a partir desta mensagem"))
                .last()
                .click();
        assertThat(page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName(Pattern.compile("boleto"))))
                .isChecked();
        page.getByLabel("Resumo do chamado novo").fill("Boleto errado");
        talita.stepInEveryLook("split");
        talita.click("Dividir");
        assertThat(page.locator("#talk .mark").last()).containsText("dividida no #");
        assertThat(page.locator(".ties")).containsText("Boleto errado");

        page.locator(".ties").getByText("Boleto errado").click();
        assertThat(page.locator("#head")).containsText("Boleto errado");
        assertThat(page.locator("#talk")).containsText("o boleto veio errado");
        assertThat(page.locator("#talk .mark").first()).hasText("do chamado #" + code);
        talita.step("the new one");
    }

    /** REQUIREMENTS section 8, 8, with its way on. */
    @Test
    void whereAReplyIsRefusedTheRequesterOpensATicketThatGoesOn() {
        var bruno = as("bruno@jatoba.example");
        Wizard.begun(bruno, "bruno@jatoba.example");
        var code = Api.json(Api.at(home).as("bruno@jatoba.example").post("tickets", """
                {'unit':'erp','subject':'Nota 3312 rejeitada','description':'A nota volta com erro.',
                 'answers':{'plataforma':'web','tema':'fiscal','nota':'3312'}}"""))
                .getString("code");
        bruno.open("/tickets/ticket?code=" + code);
        bruno.page()
                .getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("Sua resposta"))
                .fill("Voltou a falhar.");
        assertThat(bruno.page().getByText("Rascunho salvo")).isVisible();
        talita().post("tickets/" + code + "/status", "{'status':'resolvido'}");
        bruno.page().reload();
        assertThat(bruno.page().locator("#head")).containsText("Resolvido");
        bruno.stepInEveryLook("refused");
        bruno.click("Abrir chamado de acompanhamento");

        assertThat(bruno.page()).hasURL(Pattern.compile("/tickets/open"));
        assertThat(bruno.page().getByText("Acompanhamento do chamado #" + code)).isVisible();
        assertThat(bruno.page().getByLabel("Resumo do problema")).hasValue("Nota 3312 rejeitada");
        assertThat(bruno.page().getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("Descrição detalhada")))
                .hasText("Voltou a falhar.");
        bruno.stepInEveryLook("follow-up");
        bruno.click("Avançar");
        bruno.page().waitForURL(url -> url.contains("/tickets/contact"));
        bruno.click("Avançar");
        bruno.page().waitForURL(url -> url.contains("/tickets/classification"));
        bruno.click("Enviar chamado");
        bruno.page().waitForURL(url -> url.contains("/tickets/opened"));

        bruno.open("/tickets/ticket?code=" + code);
        assertThat(bruno.page().locator(".ties")).containsText("ele é acompanhamento deste");
        bruno.step("linked");
    }

    @Test
    void anAgentGoesOnFromASolvedTicketInAnother() {
        var code = opened("Resolvido cedo demais");
        talita().post("tickets/" + code + "/status", "{'status':'resolvido'}");
        var talita = as("talita@guiche.example").open("/tickets/workspace?view=done&code=" + code);
        var page = talita.page();

        menu(page, "Abrir acompanhamento");
        talita.click("Abrir");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Escreva a mensagem antes de enviar.");
        page.getByRole(AriaRole.DIALOG).getByLabel("Mensagem").fill("Vimos que a causa era outra.");
        talita.step("follow");
        talita.click("Abrir");
        assertThat(page.locator("#talk")).containsText("Vimos que a causa era outra.");
        assertThat(page.locator(".ties")).containsText("este é acompanhamento dele");
    }

    private static void menu(Page page, String item) {
        page.locator("#head summary").click();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(item)).click();
    }

    private Api talita() {
        return Api.at(home).as("talita@guiche.example");
    }

    private void says(String code, String words) {
        Api.at(home).as("bruno@jatoba.example").post("tickets/" + code + "/messages", "{'body':'" + words + "'}");
    }

    private String opened(String subject) {
        var ticket = Api.at(home).as("bruno@jatoba.example").post("tickets", """
                {'unit':'cx','subject':'%s','description':'O pedido não chegou.',
                 'answers':{'assunto':'pedido','pedido':'88121'}}""".formatted(subject));
        return Api.json(ticket).getString("code");
    }
}
