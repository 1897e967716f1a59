package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.guiche.support.Api;
import org.junit.jupiter.api.Test;

/** Requesters follow their tickets and answer: at home, in the list, on the ticket's page. */
class FollowJourney extends Journey {

    private static final String PIX = "Pedido pago no Pix continua como pendente";
    private static final String LONG = "Oespaçamentodonomedoprodutonavitrinesomequandootítuloécomprido".repeat(3);

    @Test
    void thePartnerSeesWhatWaitsAndWhatWeAreAt() {
        var marina = as("marina@mirante.example").open("/");

        marina.sees("Oi, Marina. Como podemos ajudar?")
                .sees("Esperando a sua resposta")
                .sees("Em andamento");
        assertThat(link(marina, PIX)).isVisible();
        marina.stepInEveryLook("home");

        marina.open("/tickets/mine").sees("Meus chamados");
        assertThat(marina.page().getByText("Os que os próprios clientes abriram pertencem a outro grupo"))
                .isVisible();
        marina.stepInEveryLook("mine");
    }

    @Test
    void theRequesterAnswersWithAFile() {
        var code = opens("cx", "bruno@jatoba.example", "O pedido não chegou");
        says("talita@guiche.example", code, "Qual é o comprovante?", ",'thenStatus':'pendente'");
        var bruno = as("bruno@jatoba.example").open("/tickets/mine?situacao=voce");
        link(bruno, "O pedido não chegou").click();
        bruno.page().waitForURL(Pattern.compile(".*/tickets/ticket\\?code=\\d+$"));
        assertThat(bruno.page().getByText("Agora é com você.")).isVisible();
        bruno.stepInEveryLook("ticket-pending");

        answer(bruno).fill("Segue o comprovante: E0041 8973.");
        bruno.page()
                .getByLabel("Escolher arquivos")
                .setInputFiles(new FilePayload(
                        "comprovante.txt", "text/plain", "E0041 8973".getBytes(StandardCharsets.UTF_8)));
        assertThat(bruno.page().locator("[data-file]")).isVisible();
        bruno.click("Enviar resposta");

        assertThat(bruno.page().getByText("Resposta enviada.")).isVisible();
        assertThat(said(bruno, "Segue o comprovante: E0041 8973.")).isVisible();
        assertThat(said(bruno, "comprovante.txt")).isVisible();
        assertThat(bruno.page().locator("#head").getByText("Em atendimento.")).isVisible();
        assertThat(answer(bruno)).hasText("");
        bruno.step("ticket-answered");
        var file =
                bruno.page().request().get(home(said(bruno, "comprovante.txt").locator("xpath=ancestor::a")));
        assertThat(file.text()).isEqualTo("E0041 8973");
    }

    private String home(Locator link) {
        return this.home.toString().replaceFirst("/$", "") + link.getAttribute("href");
    }

    @Test
    void anAnswerArrivesInTheOpenPagesWithoutTakingTheTextAway() {
        var code = opens("cx", "bruno@jatoba.example", "Frete some no carrinho");
        var bruno = as("bruno@jatoba.example").open("/tickets/ticket?code=" + code);
        var joana = as("joana@jatoba.example").open("/tickets/mine");
        bruno.page().evaluate("window.same = true");
        joana.page().evaluate("window.same = true");
        connected(bruno);
        connected(joana);

        says("talita@guiche.example", code, "Olhamos agora o frete.", "");
        assertThat(said(bruno, "Olhamos agora o frete.")).isVisible();
        assertThat(bruno.page().locator("#place").getByText("Talita Nogueira")).isVisible();
        assertThat(row(joana, code).getByText("Aberto").or(row(joana, code).getByText("Em atendimento")))
                .isVisible();

        answer(bruno).fill("Só acontece com o CEP");
        says("talita@guiche.example", code, "Qual é o CEP?", ",'thenStatus':'pendente'");
        var news = bruno.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("1 nova mensagem"));
        assertThat(news).isVisible();
        assertThat(said(bruno, "Qual é o CEP?")).hasCount(0);
        assertThat(answer(bruno)).isFocused();
        bruno.step("news-while-writing");
        news.click();

        assertThat(said(bruno, "Qual é o CEP?")).isVisible();
        assertThat(answer(bruno)).hasText("Só acontece com o CEP");
        assertThat(bruno.page().evaluate("window.same")).isEqualTo(true);
        assertThat(joana.page().evaluate("window.same")).isEqualTo(true);
        assertThat(row(joana, code).getByText("Esperando você")).isVisible();
        joana.step("list-kept-itself");
    }

    @Test
    void whoeverLosesTheRaceKeepsTheTextAndSeesWhatChanged() {
        var code = opens("loja", "bruno@jatoba.example", "Etiqueta sem CEP");
        var bruno = as("bruno@jatoba.example").open("/tickets/ticket?code=" + code);
        answer(bruno).fill("Ainda acontece.");
        says("talita@guiche.example", code, "Corrigimos a etiqueta.", "");

        bruno.click("Enviar resposta");
        assertThat(bruno.page().getByRole(AriaRole.ALERT)).containsText("Veja o que mudou e envie de novo");
        assertThat(said(bruno, "Corrigimos a etiqueta.")).isVisible();
        assertThat(answer(bruno)).hasText("Ainda acontece.");
        bruno.stepInEveryLook("lost-the-race");

        bruno.click("Enviar resposta");
        assertThat(said(bruno, "Ainda acontece.")).isVisible();
        assertThat(bruno.page().locator(".g-refusals").getByRole(AriaRole.ALERT))
                .hasCount(0);
    }

    @Test
    void whatIsBeingWrittenIsFoundInAnotherBrowserAndSolvedTicketsReopen() {
        var code = opens("cx", "bruno@jatoba.example", "Boleto em branco");
        var bruno = as("bruno@jatoba.example").open("/tickets/ticket?code=" + code);
        answer(bruno).fill("Testei em dois navegadores");
        assertThat(bruno.page().getByText("Rascunho salvo")).isVisible();

        var elsewhere = as("bruno@jatoba.example").open("/tickets/ticket?code=" + code);
        assertThat(answer(elsewhere)).hasText("Testei em dois navegadores");
        elsewhere.click("Meu problema foi resolvido");
        assertThat(elsewhere.page().getByText("Chamado marcado como resolvido."))
                .isVisible();
        elsewhere.step("solved");

        elsewhere.click("Enviar resposta");
        assertThat(said(elsewhere, "Testei em dois navegadores")).isVisible();
        assertThat(elsewhere.page().locator("#head .g-status")).not().containsText("Resolvido");
        elsewhere.open("/tickets/ticket?code=" + code);
        assertThat(answer(elsewhere)).hasText("");
    }

    @Test
    void onPaperATicketSaysWhoseItIsWhatItIsAndWhenItWasPrinted() {
        var code = opens("cx", "bruno@jatoba.example", "Para imprimir");
        says("talita@guiche.example", code, "Aguarde.", ",'thenStatus':'em-espera','reason':'propagacao'");
        var bruno = as("bruno@jatoba.example").open("/tickets/ticket?code=" + code);
        assertThat(bruno.page().locator("#head .ui-messages.hold")).isVisible();
        bruno.stepInEveryLook("on-hold");
        var head = bruno.page().locator(".print-head");
        assertThat(head).isHidden();

        bruno.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        bruno.page().evaluate("dispatchEvent(new Event('beforeprint'))");

        assertThat(head.locator("svg")).isVisible();
        assertThat(head).containsText("Guichê");
        assertThat(head).containsText("#" + code);
        assertThat(head).containsText("Em espera");
        assertThat(head).containsText(Pattern.compile("Impresso em \\S+, \\d+ de \\S+ de 20\\d\\d, \\d+h\\d\\d"));
        bruno.step("printed");
    }

    @Test
    void anEndedSessionLosesNoAnswer() {
        var code = opens("cx", "bruno@jatoba.example", "Sessão que acaba");
        var bruno = as("bruno@jatoba.example").open("/tickets/ticket?code=" + code);
        answer(bruno).fill("Escrito antes.");
        assertThat(bruno.page().getByText("Rascunho salvo")).isVisible();
        bruno.page().context().clearCookies();
        answer(bruno).fill("Escrito depois que a sessão acabou.");
        bruno.page().waitForURL(url -> url.contains("/accounts/signin"));

        bruno.signInHere("bruno@jatoba.example");

        bruno.page().waitForURL(url -> url.endsWith("code=" + code));
        assertThat(answer(bruno)).hasText("Escrito depois que a sessão acabou.");
        assertThat(answer(as("bruno@jatoba.example").open("/tickets/ticket?code=" + code)))
                .hasText("Escrito depois que a sessão acabou.");
    }

    @Test
    void nobodyClosesATicketOverAnAnswerThatWasNotSeen() {
        var code = opens("cx", "bruno@jatoba.example", "Quase resolvido");
        var bruno = as("bruno@jatoba.example").open("/tickets/ticket?code=" + code);
        bruno.page().locator("input[name=seen][form=solved]").evaluate("field => field.value = 0");

        bruno.click("Meu problema foi resolvido");

        assertThat(bruno.page().getByRole(AriaRole.ALERT).first()).containsText("Outra pessoa mudou isto");
        assertThat(bruno.page().locator("#head .g-status")).not().containsText("Resolvido");
    }

    @Test
    void groupsAreWalls() {
        var ofPartner = link(as("marina@mirante.example").open("/tickets/mine?busca=cupom"), "Cupom FRETE10")
                .getAttribute("href");
        var ofClient = opens("loja", "bruno@jatoba.example", "Só da Casa Jatobá");

        var joana = as("joana@jatoba.example").expects(404).open("/tickets/mine");
        assertThat(row(joana, ofClient)).isVisible();
        assertThat(joana.page().getByText("FRETE10")).hasCount(0);
        joana.open(ofPartner).sees("Não encontramos esta página").step("client-does-not-see-the-partners");

        var marina = as("marina@mirante.example").expects(404).open("/tickets/mine?busca=Jatob%C3%A1");
        assertThat(row(marina, ofClient)).hasCount(0);
        marina.open("/tickets/ticket?code=" + ofClient).step("partner-does-not-see-the-clients");
        var carla = as("carla@araca.example").expects(404).open("/tickets/ticket?code=" + ofClient);
        carla.step("another-company-sees-nothing");
        carla.open("/tickets/ticket?code=x").step("no-code-no-ticket");
    }

    @Test
    void theListIsSearchedNarrowedSortedAndGoneOnWith() {
        var last = "";
        for (int i = 1; i <= 30; i++) {
            last = opens("loja", "carla@araca.example", i == 7 ? LONG : "Vitrine número " + i);
        }
        var carla = as("carla@araca.example").open("/tickets/mine");
        assertThat(rows(carla)).hasCount(25);
        carla.page()
                .getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Mostrar mais"))
                .click();
        assertThat(rows(carla)).not().hasCount(25);
        assertThat(rows(carla).count()).isGreaterThanOrEqualTo(30);
        carla.stepInEveryLook("gone-on");

        carla.page()
                .getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Criado"))
                .click();
        assertThat(rows(carla).first()).containsText("#" + last);
        find(carla, "#" + last);
        assertThat(rows(carla)).hasCount(1);
        find(carla, "palavra-que-ninguém-escreveu");
        carla.sees("Nenhum chamado com esses termos").stepInEveryLook("nothing-found");
        carla.page()
                .getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Limpar a busca"))
                .click();
        carla.page()
                .getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Esperando você"))
                .click();
        carla.sees("Nada esperando você").step("nothing-of-that-turn");
    }

    @Test
    void whoeverNeverAskedIsToldHowToBegin() {
        var igor = as("igor@guiche.example").expects(404).open("/tickets/mine");

        igor.sees("Você ainda não abriu nenhum chamado").step("never-asked");
    }

    private static void find(Visitor visitor, String words) {
        var search = visitor.page().getByRole(AriaRole.SEARCHBOX);
        search.fill(words);
        search.press("Enter");
    }

    private String opens(String unit, String email, String subject) {
        var ticket = Api.at(home).as(email).post("tickets", """
                {'unit':'%s','subject':'%s','description':'O frete não soma no carrinho. Pedido 88121.',
                 'answers':{'pedido':'88121'%s}}""".formatted(
                        unit, subject, unit.equals("cx") ? ",'assunto':'pedido'" : ""));
        assertThat(ticket.statusCode()).as(ticket.body()).isEqualTo(201);
        return Api.json(ticket).getString("code");
    }

    private void says(String email, String code, String words, String more) {
        var answer = Api.at(home)
                .as(email)
                .post(
                        "tickets/" + code + "/messages",
                        "{'body':'%s','format':'text','visibility':'public'%s}".formatted(words, more));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    static void connected(Visitor visitor) {
        visitor.page().waitForFunction("() => window.guiche && guiche.isLive && guiche.isLive()");
    }

    private static Locator answer(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("Sua resposta"));
    }

    private static Locator said(Visitor visitor, String words) {
        return visitor.page().locator("#talk").getByText(words);
    }

    private static Locator rows(Visitor visitor) {
        return visitor.page().locator("#rows > tr");
    }

    private static Locator row(Visitor visitor, String code) {
        return rows(visitor).filter(new Locator.FilterOptions().setHasText("#" + code));
    }

    private static Locator link(Visitor visitor, String text) {
        return visitor.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(text))
                .first();
    }
}
