package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each unit's form from its first field to its ticket; the partners' one is told in {@link OpenTicketJourney}. */
class FiveUnitsJourney extends Journey {

    private static final String BRUNO = "bruno@jatoba.example";

    @Test
    void theAgencyLetsTheRequesterChooseThePriority() {
        var wizard = Wizard.begun(as(BRUNO), BRUNO).choose("Unidade de negócio", "Agência");
        wizard.choose("Departamento", "Atendimento").fill("Nome da campanha", "Black Friday");
        wizard.choose("Departamento", "Financeiro e Fiscal");
        assertThat(wizard.field("Nome da campanha")).hasCount(0);
        wizard.choose("Documento", "Segunda via de boleto").fill("Novo vencimento", "2027-02-10");
        wizard.fill("Resumo do problema", "Boleto de novembro").fill("Descrição detalhada", "Venceu e não recebi.");

        wizard.toContact().advance("Quanto isso afeta a operação?");
        var page = wizard.page();
        assertThat(wizard.option("Média")).isChecked();
        assertThat(page.getByText("Média já vem marcada: na dúvida, fique com ela."))
                .isVisible();
        var due = page.locator(".when").textContent();
        wizard.visitor().stepInEveryLook("priority");
        wizard.option("Alta").check();
        assertThat(page.locator(".when")).not().hasText(due);
        assertThat(page.getByText("Primeira resposta até")).isVisible();

        wizard.send();
        assertThat(page.getByText("Na fila de Financeiro")).isVisible();
        assertThat(page.locator(".cf .g-prio")).containsText("Alta");
        assertThat(page.getByText("horário de Brasília")).isVisible();
        wizard.visitor().step("agency");
    }

    @Test
    void theErpAsksWhatTheThemeNeeds() {
        var wizard = Wizard.begun(as(BRUNO), BRUNO).choose("Unidade de negócio", "ERP");
        wizard.choose("Plataforma", "ERP Desktop").fill("Versão", "12.4");
        wizard.choose("Tema", "Notas fiscais").fill("Número da nota", "3.312");
        wizard.fill("CNPJ do emitente", "11.222.333/0001-81");
        wizard.page().getByLabel("O trabalho está parado?").check();
        wizard.settled().fill("Resumo do problema", "Nota 3312 rejeitada").fill("Descrição detalhada", "Rejeição 539.");

        wizard.toContact();
        var summary = wizard.page().locator("dl.dl");
        assertThat(summary).containsText("ERP Desktop");
        assertThat(summary).containsText("3312");
        assertThat(summary).containsText("11.222.333/0001-81");
        assertThat(summary).containsText("sim");
        wizard.advance("Tudo pronto para enviar").visitor().stepInEveryLook("nothing-to-choose");
        assertThat(wizard.page().getByText("Solução até")).isVisible();
        wizard.send();
        assertThat(wizard.page().getByText("Na fila de Suporte")).isVisible();
    }

    @Test
    void customerExperienceAsksForTheOrderOnlyWhereThereIsOne() {
        var wizard = Wizard.begun(as(BRUNO), BRUNO).choose("Unidade de negócio", "Experiência do cliente");
        wizard.choose("Sobre o quê", "Minha conta");
        assertThat(wizard.field("Número do pedido")).hasCount(0);
        wizard.choose("Sobre o quê", "Um pedido").fill("Número do pedido", "88121");
        wizard.fill("Telefone para contato", "(11) 98765-4321");
        wizard.fill("Resumo do problema", "Pedido não chegou").fill("Descrição detalhada", "Era para ontem.");

        wizard.toContact().advance("Tudo pronto para enviar").send();
        wizard.visitor().step("customer-experience");
    }

    @Test
    void theShopSaysWhatIsUsualWhereItPromisesNothing() {
        var wizard = Wizard.begun(as(BRUNO), BRUNO).choose("Unidade de negócio", "Loja");
        wizard.fill("Resumo do problema", "Frete não soma");
        wizard.fill("Descrição detalhada", "O frete do pedido 88121 não soma no carrinho, CEP 01310-100.");
        wizard.attach("carrinho.txt", "frete").saved();
        assertThat(wizard.page().getByText("Número do pedido: 88121")).isVisible();

        wizard.toContact().advance("Tudo pronto para enviar");
        assertThat(wizard.page().getByText("em geral, 24 horas úteis")).isVisible();
        var code = wizard.send();
        assertThat(wizard.page()
                        .getByText("por ordem de chegada")
                        .or(wizard.page().getByText("24 horas úteis"))
                        .first())
                .isVisible();
        assertThat(code).isPositive();
        wizard.visitor().step("shop");
    }
}
