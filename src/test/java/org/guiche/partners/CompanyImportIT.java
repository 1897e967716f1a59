package org.guiche.partners;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.Erasure;
import org.guiche.accounts.NewPerson;
import org.guiche.partners.ImportFate.Outcome;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.Cnpj;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.guiche.shared.TooLarge;
import org.guiche.support.People;
import org.guiche.support.Samples;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Companies and people come in from a file whole or not at all, and what comes in is what was shown before. */
@ExtendWith(ArquillianExtension.class)
class CompanyImportIT {

    private static final Logger LOG = Logger.getLogger(CompanyImportIT.class.getName());
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final String mark = "i" + UUID.randomUUID().toString().substring(0, 8);

    @EJB
    Imports imports;

    @EJB
    CompanyRegistry registry;

    @EJB
    CompanyDirectory directory;

    @EJB
    org.guiche.accounts.People accounts;

    @EJB
    AuditTrail trail;

    @EJB
    Erasure erasure;

    @Inject
    ForgottenImports forgotten;

    @Inject
    People people;

    @Inject
    UserTransaction transaction;

    @PersistenceContext
    EntityManager em;

    private UUID upload(ImportKind kind, String text) {
        return imports.upload(kind, "planilha.csv", text.replace("(m)", mark).getBytes(UTF_8), people.admin());
    }

    private ImportPreview look(UUID id) {
        return imports.preview(id, people.admin());
    }

    private ImportPreview companies(String text) {
        return look(upload(ImportKind.COMPANIES, text));
    }

    private ImportPreview bring(ImportPreview shown) {
        return imports.bring(shown.id(), shown.fingerprint(), false, people.admin())
                .orElseThrow();
    }

    /** {@code 2 NEW, 3 REFUSED 2/CNPJ: …}. */
    private static List<String> said(ImportPreview preview) {
        return preview.fates().stream()
                .map(fate -> fate.line() + " " + fate.outcome()
                        + fate.problems().stream()
                                .map(one -> " " + one.place() + "/" + one.column() + ": " + one.sentence())
                                .collect(Collectors.joining())
                        + fate.changes().stream()
                                .map(one -> " " + one.column() + ": " + one.before() + " > " + one.after())
                                .collect(Collectors.joining()))
                .toList();
    }

    private CompanyState company(String name) {
        var found = directory.page(new CompanyFilter(name, null, null), 5, null, people.admin());
        assertThat(found.items()).as(name).hasSize(1);
        return registry.get(found.items().get(0).id(), people.admin());
    }

    /** One that nobody else has. */
    private String cnpj(int order) {
        var root = mark.substring(1).toUpperCase(Locale.ROOT) + "%04d".formatted(order);
        return IntStream.range(0, 100)
                .mapToObj(digits -> root + "%02d".formatted(digits))
                .filter(Cnpj::looksLike)
                .findFirst()
                .orElseThrow();
    }

    /** One that nobody else has, as long as the numbers do not meet. */
    private static String cpf(int order) {
        var root =
                "%09d".formatted((UUID.randomUUID().getLeastSignificantBits() >>> 40) % 90_000_000L * 10 + order % 10);
        return IntStream.range(0, 100)
                .mapToObj(digits -> root + "%02d".formatted(digits))
                .filter(Cpf::looksLike)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void companiesComeInAsTheyWereShownAndTheirFileIsForgotten() {
        var shown = companies("Razão Social;C.N.P.J.;Domínios;Endereço;Ativa\r\n"
                + "Casa (m);" + cnpj(1) + ";(m).com.br, (m).com;\"Rua A; 10\";sim\r\n"
                + ";;;;\r\n"
                + "=Soma(1) (m);;;;não\r\n");

        assertThat(said(shown)).containsExactly("2 NEW", "4 NEW");
        assertThat(shown.isReady()).isTrue();
        bring(shown);

        var casa = company("Casa " + mark);
        assertThat(casa.text().cnpj()).isEqualTo(Cnpj.of(cnpj(1)));
        assertThat(casa.text().address()).isEqualTo("Rua A; 10");
        assertThat(casa.text().domains()).containsExactly(mark + ".com", mark + ".com.br");
        var soma = company("Soma " + mark);
        assertThat(soma.text().name()).as("stored as it was typed").isEqualTo("=Soma(1) " + mark);
        assertThat(soma.text().active()).isFalse();
        assertThat(trail.of(AuditSubject.COMPANY, casa.id()))
                .extracting(line -> line.audited().act(), line -> line.personId())
                .containsExactly(tuple("partners.audit.imported", people.admin().id()));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> look(shown.id()));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> bring(shown));
    }

    @Test
    void eachLineSaysWhatBecomesOfItAndAnEmptyCellChangesNothing() {
        registry.add(new CompanyText("Antiga " + mark, Cnpj.of(cnpj(1)), "Rua B", true, List.of()), people.admin());
        registry.add(new CompanyText("Sem número " + mark, null, null, true, List.of()), people.admin());

        var shown = companies("Empresa\tCNPJ\tEndereço\tAtiva\tObservação\n"
                + "Renomeada (m)\t" + cnpj(1) + "\t\t\tx\n"
                + "SEM NUMERO (m)\t" + cnpj(2) + "\tRua C\tn\t\n"
                + "Antiga (m)\t" + cnpj(3) + "\t\t\t\n"
                + "Antiga (m)\t" + cnpj(3) + "\t\t\t\n");

        assertThat(said(shown))
                .containsExactly(
                        "2 CHANGED name: Antiga " + mark + " > Renomeada " + mark,
                        "3 CHANGED cnpj:  > " + Cnpj.of(cnpj(2)).formatted()
                                + " address:  > Rua C active: true > false",
                        "4 NEW",
                        "5 REPEATED");
        assertThat(shown.unknown()).containsExactly("Observação");
        assertThat(shown.separator()).isEqualTo('\t');
        bring(shown);
        assertThat(company("Renomeada " + mark).text().address()).isEqualTo("Rua B");
        assertThat(company("Sem numero " + mark).version()).isEqualTo(2);
        assertThat(said(companies("Nome;CNPJ\nRenomeada (m);" + cnpj(1)))).containsExactly("2 SAME");
    }

    @Test
    void aLineThatIsWrongIsRefusedWithItsColumnAndNothingOfTheFileComesIn() {
        registry.add(new CompanyText("Dona " + mark, null, null, true, List.of(mark + ".com")), people.admin());
        var shown = companies("""
                Nome;CNPJ;Domínios;Ativa
                Certa (m);;;
                ;;;
                A (m);12.345.678/0001-00;;
                B (m);191;;
                C (m);;gmail.com;
                D (m);;(m).com;
                E (m);;;talvez
                F (m);;;;sobra
                ;%s;;
                """.formatted(cnpj(9)));

        assertThat(said(shown))
                .containsExactly(
                        "2 NEW",
                        "4 REFUSED 2/CNPJ: " + Texts.get("shared.cnpj.invalid"),
                        "5 REFUSED 2/CNPJ: O CNPJ tem só 3 algarismos: a planilha tirou zeros do começo. Formate a coluna como texto.",
                        "6 REFUSED 3/Domínios: Qualquer pessoa pode ter um e-mail em gmail.com: ele não pode ser o domínio de uma empresa.",
                        "7 REFUSED 3/Domínios: " + mark + ".com já é o domínio da empresa Dona " + mark + ".",
                        "8 REFUSED 4/Ativa: Escreva sim ou não.",
                        "9 REFUSED 5/: Há uma célula além da última coluna.",
                        "10 REFUSED 1/Nome: Dê um nome.");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> imports.bring(shown.id(), shown.fingerprint(), false, people.admin()))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("partners.import.unready"));
        assertThat(directory
                        .page(new CompanyFilter("Certa " + mark, null, null), 5, null, people.admin())
                        .items())
                .isEmpty();
    }

    @Test
    void twoLinesAboutOneCompanyOrOneDomainAreRefusedWithTheOther() {
        var shown = companies("Nome;CNPJ;Domínio\n"
                + "Um (m);" + cnpj(1) + ";a(m).com\n"
                + "Dois (m);" + cnpj(1) + ";\n"
                + "Três (m);;a(m).com\n"
                + "Tres (m);;\n");

        assertThat(said(shown))
                .containsExactly(
                        "2 NEW",
                        "3 REFUSED 2/CNPJ: A linha 2 já trata desta empresa.",
                        "4 REFUSED 3/Domínio: a" + mark + ".com já está na linha 2.",
                        "5 REFUSED 1/Nome: A linha 4 já trata desta empresa.");
    }

    @Test
    void lettersOfAnOlderFileAreReadAndSaidAndBytesThatAreNoneAreRefusedWithTheLine() {
        var text = "Nome\nSão João " + mark + "\n";
        var older = imports.upload(ImportKind.COMPANIES, "antigo.csv", text.getBytes(WINDOWS), people.admin());

        assertThat(look(older).charset()).isEqualTo("windows-1252");
        assertThat(look(older).fates()).extracting(ImportFate::name).containsExactly("São João " + mark);
        var broken =
                Stream.of(text.getBytes(UTF_8), "caf\u00e9\n".getBytes(WINDOWS)).reduce(new byte[0], Samples::joined);
        var refused = look(imports.upload(ImportKind.COMPANIES, "quebrado.csv", broken, people.admin()));
        assertThat(refused.refusal()).startsWith("Linha 3: há letras que não são nem UTF-8");
        assertThat(refused.fates()).isEmpty();
        assertThat(refused.isReady()).isFalse();
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> bring(refused));
    }

    @Test
    void aFileWithoutAColumnThatIsNeededOrWithOneTwiceIsRefused() {
        assertThat(companies("CNPJ;Endereço\n1;2\n").refusal())
                .isEqualTo("Falta a coluna Nome. Os títulos do arquivo são: CNPJ, Endereço.");
        assertThat(companies("Nome;Empresa\n1;2\n").refusal()).startsWith("A coluna Nome aparece mais de uma vez");
        assertThat(companies("Nome;CNPJ\n\"Casa\"x;2\n").refusal()).startsWith("Linha 2: as aspas");
        assertThat(companies("Nome\n").isReady()).isFalse();
    }

    @Test
    void whatWouldComeOutOtherwiseByNowIsNotBroughtInButShownAnew() {
        var shown = companies("Nome;CNPJ\nCorrida (m);" + cnpj(1) + "\n");
        registry.add(new CompanyText("Mais rápida " + mark, Cnpj.of(cnpj(1)), null, true, List.of()), people.admin());

        assertThat(imports.bring(shown.id(), shown.fingerprint(), false, people.admin()))
                .isEmpty();

        assertThat(company("Mais rapida " + mark).version()).isEqualTo(1);
        var anew = look(shown.id());
        assertThat(said(anew)).containsExactly("2 CHANGED name: Mais rápida " + mark + " > Corrida " + mark);
        bring(anew);
        assertThat(company("Corrida " + mark).version()).isEqualTo(2);
    }

    @Test
    void aFileIsItsUploadersAloneAndGoneAfterADay() {
        var shown = companies("Nome\nMinha (m)\n");

        Stream.of(people.talita(), people.joana(), people.bruno(), people.marina())
                .forEach(person -> {
                    assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> imports.preview(shown.id(), person));
                    assertThatExceptionOfType(AccessDenied.class)
                            .isThrownBy(() -> imports.bring(shown.id(), shown.fingerprint(), false, person));
                    assertThatExceptionOfType(AccessDenied.class)
                            .isThrownBy(() -> imports.upload(ImportKind.COMPANIES, "x", new byte[0], person));
                });
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> look(UUID.randomUUID()));
        assertThatExceptionOfType(TooLarge.class)
                .isThrownBy(
                        () -> imports.upload(ImportKind.COMPANIES, "x", new byte[Imports.LARGEST + 1], people.admin()));
        forgotten.sweep();
        assertThat(look(shown.id())).isEqualTo(shown);
    }

    @Test
    void peopleComeInWithTheirCompaniesAndGetNoPasswordAndNoMail() {
        registry.add(new CompanyText("Loja " + mark, Cnpj.of(cnpj(1)), null, true, List.of()), people.admin());
        registry.add(CompanyText.of("Filial " + mark, null), people.admin());
        var mails = mails();
        var shown = look(upload(
                ImportKind.PEOPLE,
                "Nome completo,E-mail,CPF,Celular,Empresa,Gestor\n"
                        + "Ana (m),ANA@(m).example," + cpf(1) + ",(11) 98765-4321," + cnpj(1) + ",sim\n"
                        + "Ana (m),ana@(m).example,,,filial (m),\n"
                        + "Beto (m),beto@(m).example,,,Loja (m),não\n"));

        assertThat(said(shown)).containsExactly("2 NEW", "3 CHANGED company:  > Filial " + mark, "4 NEW");
        bring(shown);

        var ana = accounts.findByEmail(Email.of("ana@" + mark + ".example")).orElseThrow();
        assertThat(ana.phone()).hasToString("Phone[e164=+5511987654321]");
        assertThat(ana.memberships())
                .extracting(one -> one.groupName() + " " + one.wholeGroup())
                .containsExactlyInAnyOrder("Loja " + mark + " true", "Filial " + mark + " false");
        assertThat(em.createNativeQuery("select password_hash from accounts_person where id = ?1")
                        .setParameter(1, ana.id())
                        .getSingleResult())
                .isNull();
        assertThat(mails()).isEqualTo(mails);
        var line = trail.of(AuditSubject.PERSON, ana.id()).get(0).audited();
        assertThat(line.act()).isEqualTo("partners.audit.person.imported");
        assertThat(line.after().toString())
                .contains("Loja " + mark, "Filial " + mark)
                .doesNotContain("Ana", "example");
        assertThat(said(look(upload(ImportKind.PEOPLE, "Nome;E-mail;Empresa\nAna (m);ana@(m).example;Loja (m)\n"))))
                .containsExactly("2 SAME");
        assertThat(said(look(upload(
                        ImportKind.PEOPLE, "Nome;E-mail;Empresa;Gestor\nAna M. (m);ana@(m).example;Loja (m);n\n"))))
                .containsExactly("2 CHANGED name: Ana " + mark + " > Ana M. " + mark + " manager: true > false");
    }

    @Test
    void whoIsNewIsInvitedWhereThatIsWishedAndNobodyElseOrTwice() {
        registry.add(CompanyText.of("Loja " + mark, null), people.admin());
        registry.add(CompanyText.of("Filial " + mark, null), people.admin());
        bring(look(upload(ImportKind.PEOPLE, "Nome;E-mail;Empresa\nVera (m);vera@(m).example;Loja (m)\n")));
        var shown = look(upload(ImportKind.PEOPLE, """
                Nome;E-mail;Empresa
                Ana (m);ana@(m).example;Loja (m)
                Ana (m);ana@(m).example;Filial (m)
                Beto (m);beto@(m).example;Loja (m)
                Vera (m);vera@(m).example;Filial (m)
                """));

        assertThat(shown.added()).isEqualTo(2);
        assertThat(imports.bring(shown.id(), shown.fingerprint(), true, people.admin()))
                .isPresent();
        assertThat(invited()).containsExactly("ana@" + mark + ".example", "beto@" + mark + ".example");
        var ana = accounts.findByEmail(Email.of("ana@" + mark + ".example")).orElseThrow();
        assertThat(trail.of(AuditSubject.PERSON, ana.id()).get(0).audited().act())
                .isEqualTo("partners.audit.person.imported.invited");

        assertThatExceptionOfType(NotFound.class)
                .as("pressed once more")
                .isThrownBy(() -> imports.bring(shown.id(), shown.fingerprint(), true, people.admin()));
        var again = look(upload(ImportKind.PEOPLE, "Nome;E-mail;Empresa\nAna M. (m);ana@(m).example;Loja (m)\n"));
        assertThat(again.added()).isZero();
        assertThat(imports.bring(again.id(), again.fingerprint(), true, people.admin()))
                .isPresent();
        assertThat(invited()).hasSize(2);
    }

    @Test
    void nobodyIsInvitedByAFileThatDoesNotComeIn() {
        registry.add(CompanyText.of("Loja " + mark, null), people.admin());
        var shown = look(upload(ImportKind.PEOPLE, "Nome;E-mail;Empresa\nAna (m);ana@(m).example;Loja (m)\n"));

        assertThat(imports.bring(shown.id(), "another", true, people.admin())).isEmpty();
        assertThat(invited()).isEmpty();
    }

    /** Whom mails with an invitation went to, of those of this test. */
    private List<String> invited() {
        List<?> recipients = em.createNativeQuery(
                        "select recipient from channels_outbox where kind = 'ACCOUNT_INVITATION' and recipient like ?1 order by 1")
                .setParameter(1, "%@" + mark + ".example")
                .getResultList();
        return recipients.stream().map(String.class::cast).toList();
    }

    /** SECURITY Z16. */
    @Test
    void whoIsErasedStandsInNoFileThatWaits() {
        registry.add(CompanyText.of("Loja " + mark, null), people.admin());
        var text = "Nome;E-mail;Empresa\nDora (m);dora@(m).example;Loja (m)\n";
        bring(look(upload(ImportKind.PEOPLE, text)));
        var waiting = upload(ImportKind.PEOPLE, text);

        erasure.erase(accounts.findByEmail(Email.of("dora@" + mark + ".example"))
                .orElseThrow()
                .id());

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> look(waiting));
    }

    private long mails() {
        return ((Number) em.createNativeQuery("select count(*) from channels_outbox")
                        .getSingleResult())
                .longValue();
    }

    @Test
    void aPersonWhoIsChangedKeepsOtherCompaniesAndIsNoManagerAnyMoreWhereTheFileSaysSo() {
        registry.add(CompanyText.of("Gerida " + mark, null), people.admin());
        registry.add(CompanyText.of("Outra " + mark, null), people.admin());
        bring(
                look(
                        upload(
                                ImportKind.PEOPLE,
                                "Nome;E-mail;Empresa;Gestor\nCaio (m);caio@(m).example;Gerida (m);s\nCaio (m);caio@(m).example;Outra (m);s\n")));

        bring(look(
                upload(ImportKind.PEOPLE, "Nome;E-mail;Empresa;Gestor\nCaio (m);caio@(m).example;Gerida (m);não\n")));

        var caio = accounts.findByEmail(Email.of("caio@" + mark + ".example")).orElseThrow();
        assertThat(caio.memberships())
                .extracting(one -> one.groupName() + " " + one.wholeGroup())
                .containsExactlyInAnyOrder("Gerida " + mark + " false", "Outra " + mark + " true");
    }

    /** S0-26. */
    @Test
    void aCpfThatSomebodyHasIsRefusedWithoutSayingWhose() {
        registry.add(CompanyText.of("Loja " + mark, null), people.admin());
        registry.add(new CompanyText("Fechada " + mark, null, null, false, List.of()), people.admin());
        var taken = cpf(2);
        accounts.register(new NewPerson(
                "Dono " + mark,
                Email.of("dono@" + mark + ".example"),
                new Cpf(taken),
                null,
                "uma senha comprida",
                Set.of()));
        var twice = cpf(3);

        var shown = look(upload(
                ImportKind.PEOPLE,
                "Nome;E-mail;CPF;Empresa\n"
                        + "X;x@(m).example;" + taken + ";Loja (m)\n"
                        + "Y;y@(m).example;" + twice + ";Loja (m)\n"
                        + "Z;z@(m).example;" + twice + ";Loja (m)\n"
                        + "Dono (m);dono@(m).example;" + cpf(4) + ";Loja (m)\n"
                        + "W;w@(m).example;123;Loja (m)\n"
                        + "V;v(m).example;;Nenhuma (m)\n"
                        + ";u@(m).example;;Fechada (m)\n"
                        + "Marina;marina@mirante.example;;Loja (m)\n"
                        + "Talita;talita@guiche.example;;Loja (m)\n"));

        assertThat(said(shown))
                .containsExactly(
                        "2 REFUSED 3/CPF: Este CPF já tem usuário.",
                        "3 NEW",
                        "4 REFUSED 3/CPF: Este CPF já está na linha 3.",
                        "5 REFUSED 3/CPF: O CPF não confere com o que esta pessoa já tem.",
                        "6 REFUSED 3/CPF: O CPF tem só 3 algarismos: a planilha tirou zeros do começo. Formate a coluna como texto.",
                        "7 REFUSED 2/E-mail: " + Texts.get("shared.email.invalid", "v" + mark + ".example")
                                + " 4/Empresa: Nenhuma empresa com este nome ou CNPJ. Importe as empresas primeiro.",
                        "8 REFUSED 1/Nome: Escreva um nome com até 200 letras. 4/Empresa: A empresa Fechada " + mark
                                + " está desativada.",
                        "9 REFUSED 2/E-mail: Este e-mail é de alguém da equipe ou de um parceiro.",
                        "10 REFUSED 2/E-mail: Este e-mail é de alguém da equipe ou de um parceiro.");
    }

    @Test
    void aCpfThatIsTakenBetweenLookingAndBringingInStopsTheWholeFile() {
        registry.add(CompanyText.of("Loja " + mark, null), people.admin());
        var cpf = cpf(5);
        var shown = look(upload(
                ImportKind.PEOPLE,
                "Nome;E-mail;CPF;Empresa\n" + "P;p@(m).example;;Loja (m)\nQ;q@(m).example;" + cpf + ";Loja (m)\n"));
        accounts.register(new NewPerson(
                "Q", Email.of("outro@" + mark + ".example"), new Cpf(cpf), null, "uma senha comprida", Set.of()));

        assertThat(imports.bring(shown.id(), shown.fingerprint(), false, people.admin()))
                .isEmpty();

        assertThat(accounts.findByEmail(Email.of("p@" + mark + ".example"))).isEmpty();
        assertThat(said(look(shown.id()))).containsExactly("2 NEW", "3 REFUSED 3/CPF: Este CPF já tem usuário.");
    }

    /** In a transaction that is taken back: other tests choose from lists of companies. */
    @Test
    void fiveThousandCompaniesAndTenThousandPeopleComeInWithinSeconds() throws Exception {
        var companies = IntStream.range(0, 5000)
                .mapToObj(i -> "Grande " + i + " (m);n" + i + "(m).com.br\n")
                .collect(Collectors.joining("", "Nome;Domínio\n", ""));
        var many = IntStream.range(0, 10_000)
                .mapToObj(i -> "Pessoa " + i + ";p" + i + "@(m).example;Grande " + i % 5000 + " (m)\n")
                .collect(Collectors.joining("", "Nome;E-mail;Empresa\n", ""));
        transaction.begin();
        try {
            comesIn(ImportKind.COMPANIES, companies, 5000);
            comesIn(ImportKind.PEOPLE, many, 10_000);
        } finally {
            transaction.rollback();
        }
    }

    private void comesIn(ImportKind kind, String file, int lines) {
        var begin = System.nanoTime();
        var shown = look(upload(kind, file));
        var looked = since(begin);
        assertThat(bring(shown).count(Outcome.NEW)).isEqualTo(lines);
        LOG.info(lines + " lines of " + kind + ": looked at in " + looked + ", brought in after " + since(begin));
        assertThat(since(begin)).isLessThan(Duration.ofSeconds(30));
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
