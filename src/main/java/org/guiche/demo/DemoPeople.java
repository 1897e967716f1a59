package org.guiche.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.guiche.accounts.Groups;
import org.guiche.accounts.NewPerson;
import org.guiche.accounts.People;
import org.guiche.accounts.Role;
import org.guiche.partners.Companies;
import org.guiche.partners.Company;
import org.guiche.partners.CompanyDomains;
import org.guiche.partners.ContractedServices;
import org.guiche.partners.Contracts;
import org.guiche.partners.PartnerName;
import org.guiche.shared.Cnpj;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.guiche.shared.Phone;
import org.guiche.units.Configuration;
import org.guiche.units.Delegates;
import org.guiche.units.Teams;

/** The people and companies of the demo, all of them invented. */
@Dependent
class DemoPeople {

    private static final String PASSWORD = "guiche-demo";
    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    @Inject
    People people;

    @Inject
    Groups groups;

    @Inject
    Companies companies;

    @Inject
    ContractedServices contracted;

    @Inject
    CompanyDomains domains;

    @Inject
    Contracts contracts;

    @Inject
    Teams teams;

    @Inject
    Delegates delegates;

    @Inject
    Clock clock;

    private final Map<String, Long> ids = new LinkedHashMap<>();
    private final Map<String, Company> firms = new LinkedHashMap<>();

    void add() {
        staff();
        customers();
        partners();
    }

    private void staff() {
        var staff = groups.createStaff("Equipe Guichê");
        person("admin@guiche.example", "Helena Prado", "390.533.447-05", "11987650001", Role.ADMINISTRATOR);
        person("talita@guiche.example", "Talita Nogueira", "714.602.380-01", "11987650002", Role.SUPERVISOR);
        person("rafael@guiche.example", "Rafael Koga", "286.255.878-87", "11987650003", Role.AGENT_N1);
        person("igor@guiche.example", "Igor Sampaio", "935.411.347-80", "11987650004", Role.AGENT_N2);
        person("lia@guiche.example", "Lia Fontes", "274.916.583-00", "11987650010", Role.AGENT_N2);
        person("otavio@guiche.example", "Otávio Brandão", "318.402.957-32", "11987650011", Role.AGENT_N1);
        ids.values().forEach(id -> groups.join(id, staff, false, null));
        delegates.give(Configuration.SYSTEM, "erp", id("lia"));
        List.of("suporte", "marketing", "envio", "pagamento", "financeiro", "produto")
                .forEach(sector -> teams.addMember(Configuration.SYSTEM, sector, id("talita")));
        teams.addMember(Configuration.SYSTEM, "marketing", id("rafael"));
        teams.addMember(Configuration.SYSTEM, "suporte", id("rafael"));
        teams.addMember(Configuration.SYSTEM, "produto", id("igor"));
        teams.addMember(Configuration.SYSTEM, "envio", id("otavio"));
        teams.addMember(Configuration.SYSTEM, "financeiro", id("otavio"));
        teams.setRole(Configuration.SYSTEM, "financeiro", id("otavio"), Role.SUPERVISOR);
    }

    private void customers() {
        var jatoba = company("Casa Jatobá", "5JATOBA9000183", "Loja virtual", "Gestão de mídia");
        var araca = company("Loja Araçá", "27ARA7CA000122", "Loja virtual");
        domains.set(jatoba, List.of("jatoba.example"));
        domains.set(araca, List.of("araca.example"));
        company("Empório Caiçara", "61827394000140", "Loja virtual", "Hub de marketplaces");
        company("Vinícola Serra Alta", "74920183000108", "Loja virtual");
        company("Pousada Maré", "30304555000198", "ERP");
        person("joana@jatoba.example", "Joana Duarte", "168.995.350-09", "31987650005");
        person("bruno@jatoba.example", "Bruno Amaral", "453.178.287-91", "31987650006");
        person("carla@araca.example", "Carla Siqueira", "847.256.813-00", "21987650007");
        groups.join(id("joana"), jatoba.groupId(), true, null);
        groups.join(id("bruno"), jatoba.groupId(), false, null);
        groups.join(id("carla"), araca.groupId(), true, null);
    }

    private void partners() {
        var mirante = contracts.addPartner("Agência Mirante", new Cnpj("8MIRANTE000166"));
        var aroeira = contracts.addPartner("Agência Aroeira", new Cnpj("11222333000181"));
        person("marina@mirante.example", "Marina Teles", "529.982.247-25", "11987650008");
        person("paulo@aroeira.example", "Paulo Ferraz", "605.847.321-71", "41987650009");
        portfolio(mirante, "marina", "Casa Jatobá", "Loja Araçá", "Empório Caiçara");
        portfolio(aroeira, "paulo", "Vinícola Serra Alta", "Pousada Maré");
        contracts.addProject(firm("Casa Jatobá"), mirante, "Nova loja", null);
        contracts.addProject(firm("Casa Jatobá"), mirante, "Migração do catálogo", today().minusMonths(2));
        contracts.addProject(firm("Loja Araçá"), mirante, "Semana do cliente", null);
        contracts.addProject(firm("Empório Caiçara"), mirante, "Integração com marketplaces", null);
        contracts.addProject(firm("Vinícola Serra Alta"), aroeira, "Clube de assinatura", null);
    }

    private void portfolio(PartnerName partner, String user, String... clients) {
        for (var client : clients) {
            contracts.addClient(partner, firm(client));
        }
        contracts.sign(partner, today().minusYears(1), today().plusYears(2), id(user));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BRASILIA);
    }

    private Company company(String name, String cnpj, String... services) {
        var company = companies.add(name, new Cnpj(cnpj));
        for (var service : services) {
            contracted.add(company, service);
        }
        firms.put(name, company);
        return company;
    }

    private Company firm(String name) {
        return Objects.requireNonNull(firms.get(name), name);
    }

    private long id(String name) {
        return Objects.requireNonNull(ids.get(name), name);
    }

    private void person(String email, String name, String cpf, String phone, Role... roles) {
        var person = new NewPerson(name, new Email(email), Cpf.of(cpf), Phone.of(phone), PASSWORD, Set.of(roles));
        ids.put(email.substring(0, email.indexOf('@')), people.register(person));
    }
}
