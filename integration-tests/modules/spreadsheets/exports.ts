/** A header as a system exports it, and which of its columns fills which field. */
export type Export = [system: string, header: string, fields: Record<string, string>]

const person = (first_name: string, last_name: string) => ({ first_name, last_name })

/**
 * Of each system in one language or more. What is not named is the lead's own, so that nothing is
 * taken for more than it is: `Secondary Email`, `SMS Blacklisted`, `Contact Owner`.
 */
export const MORE_EXPORTS: Export[] = [
  [
    "Brevo",
    "CONTACT ID;EMAIL;FIRSTNAME;LASTNAME;JOB_TITLE;SMS;SMS BLACKLISTED;EMAIL BLACKLISTED;ADDED_TIME",
    {
      email: "EMAIL",
      ...person("FIRSTNAME", "LASTNAME"),
      title: "JOB_TITLE",
      email_consent: "EMAIL BLACKLISTED",
    },
  ],
  [
    "French Brevo",
    "EMAIL;NOM;PRENOM;SMS;ENTREPRISE;Désinscrit(e)",
    {
      email: "EMAIL",
      ...person("PRENOM", "NOM"),
      company: "ENTREPRISE",
      email_consent: "Désinscrit(e)",
    },
  ],
  [
    "Lemlist",
    "_id,emailStatus,email,firstName,lastName,companyName,jobTitle,linkedinUrl,icebreaker,picture",
    {
      email: "email",
      ...person("firstName", "lastName"),
      company: "companyName",
      title: "jobTitle",
      email_consent: "emailStatus",
    },
  ],
  [
    "Sales Navigator by way of an exporter",
    "profileUrl,Full Name,First Name,Last Name,Current Job,Company Name,Prospect Email,Connection Degree",
    {
      email: "Prospect Email",
      ...person("First Name", "Last Name"),
      company: "Company Name",
      title: "Current Job",
    },
  ],
  [
    "Apollo with all of its columns",
    "First Name,Last Name,Title,Company Name,Company Name for Emails,Email,Email Status,Primary Email Source," +
      "Seniority,Contact Owner,Corporate Phone,Lists,Email Sent,Email Open,Email Bounced,Secondary Email," +
      "Secondary Email Source,Tertiary Email",
    {
      email: "Email",
      ...person("First Name", "Last Name"),
      company: "Company Name",
      title: "Title",
      email_consent: "Email Status+Email Bounced",
    },
  ],
  [
    "Mailchimp, of those who left",
    '"Email Address","First Name","Last Name","MEMBER_RATING","UNSUB_TIME","UNSUB_CAMPAIGN_TITLE","UNSUB_REASON","EUID"',
    {
      email: "Email Address",
      ...person("First Name", "Last Name"),
      email_consent: "UNSUB_TIME+UNSUB_REASON",
    },
  ],
  [
    "ActiveCampaign",
    "Contact ID,Email,First Name,Last Name,Phone,Account Name,Job Title,Date Created,Unsubscribe Date,Tags",
    {
      email: "Email",
      ...person("First Name", "Last Name"),
      company: "Account Name",
      title: "Job Title",
      email_consent: "Unsubscribe Date",
    },
  ],
  [
    "German HubSpot",
    "Datensatz-ID;Vorname;Nachname;E-Mail;Zuständiger Mitarbeiter;Lead-Status;Zugeordnetes Unternehmen;Jobtitel;Von allen E-Mails abgemeldet",
    {
      email: "E-Mail",
      ...person("Vorname", "Nachname"),
      company: "Zugeordnetes Unternehmen",
      title: "Jobtitel",
      email_consent: "Von allen E-Mails abgemeldet",
    },
  ],
  [
    "French HubSpot",
    "ID de fiche,Prénom,Nom de famille,Adresse e-mail,Entreprise associée,Intitulé du poste,Désabonné de tous les e-mails",
    {
      email: "Adresse e-mail",
      ...person("Prénom", "Nom de famille"),
      company: "Entreprise associée",
      title: "Intitulé du poste",
      email_consent: "Désabonné de tous les e-mails",
    },
  ],
  [
    "Spanish HubSpot",
    "ID de registro,Nombre,Apellidos,Correo,Empresa asociada,Cargo,Canceló la suscripción",
    {
      email: "Correo",
      ...person("Nombre", "Apellidos"),
      company: "Empresa asociada",
      title: "Cargo",
      email_consent: "Canceló la suscripción",
    },
  ],
  [
    "German Salesforce",
    "Anrede;Vorname;Nachname;Titel;Accountname;E-Mail;E-Mail-Abmeldung;Leadquelle",
    {
      email: "E-Mail",
      ...person("Vorname", "Nachname"),
      company: "Accountname",
      title: "Titel",
      email_consent: "E-Mail-Abmeldung",
    },
  ],
  [
    "French Salesforce",
    "Civilité;Prénom du contact;Nom du contact;Fonction;Nom du compte;Courriel;Refus des e-mails",
    {
      email: "Courriel",
      ...person("Prénom du contact", "Nom du contact"),
      company: "Nom du compte",
      title: "Fonction",
      email_consent: "Refus des e-mails",
    },
  ],
  [
    "Spanish Salesforce",
    "Tratamiento,Nombre,Apellidos,Puesto,Nombre de la cuenta,Correo electrónico,No enviar correos",
    {
      email: "Correo electrónico",
      ...person("Nombre", "Apellidos"),
      company: "Nombre de la cuenta",
      title: "Puesto",
      email_consent: "No enviar correos",
    },
  ],
  [
    "a Salesforce report of accounts",
    "Account Name,Contact First Name,Contact Last Name,Contact Title,Contact Email,Account Owner",
    {
      email: "Contact Email",
      ...person("Contact First Name", "Contact Last Name"),
      company: "Account Name",
      title: "Contact Title",
    },
  ],
  [
    "German Pipedrive",
    "Person - Name;Person - Vorname;Person - Nachname;Person - E-Mail - Arbeit;Organisation - Name;Person - Position",
    {
      email: "Person - E-Mail - Arbeit",
      ...person("Person - Vorname", "Person - Nachname"),
      company: "Organisation - Name",
      title: "Person - Position",
    },
  ],
  [
    "French Pipedrive",
    "Personne - Prénom;Personne - Nom;Personne - E-mail - Travail;Organisation - Nom;Personne - Fonction",
    {
      email: "Personne - E-mail - Travail",
      ...person("Personne - Prénom", "Personne - Nom"),
      company: "Organisation - Nom",
      title: "Personne - Fonction",
    },
  ],
  [
    "Spanish Pipedrive",
    "Persona - Nombre;Persona - Correo electrónico - Trabajo;Organización - Nombre;Persona - Cargo",
    {
      email: "Persona - Correo electrónico - Trabajo",
      full_name: "Persona - Nombre",
      company: "Organización - Nombre",
      title: "Persona - Cargo",
    },
  ],
  [
    "a Pipedrive of two languages",
    "Persona - Nombre;Persona - Apellidos;Persona - E-Mail - Arbeit;Persona - Organización",
    {
      email: "Persona - E-Mail - Arbeit",
      ...person("Persona - Nombre", "Persona - Apellidos"),
      company: "Persona - Organización",
    },
  ],
  [
    "French Outlook",
    "Titre;Prénom;Deuxième prénom;Nom;Société;Service;Profession;Adresse de messagerie;Type de messagerie",
    {
      email: "Adresse de messagerie",
      ...person("Prénom", "Nom"),
      company: "Société",
      title: "Profession",
    },
  ],
  [
    "Spanish Outlook",
    "Nombre,Segundo nombre,Apellidos,Organización,Departamento,Puesto,Dirección de correo electrónico,Tipo de correo electrónico",
    {
      email: "Dirección de correo electrónico",
      ...person("Nombre", "Apellidos"),
      company: "Organización",
      title: "Puesto",
    },
  ],
  [
    "a German list of companies",
    "Raison sociale / Firma;Vollstaendiger Name;E-Mail Ansprechpartner;Taetigkeit;Keine E-Mails",
    {
      email: "E-Mail Ansprechpartner",
      full_name: "Vollstaendiger Name",
      title: "Taetigkeit",
      company: "Raison sociale / Firma",
      email_consent: "Keine E-Mails",
    },
  ],
  [
    "Klaviyo",
    "Email,First Name,Last Name,Organization,Title,Email Marketing Consent,Email Marketing Consent Timestamp",
    {
      email: "Email",
      ...person("First Name", "Last Name"),
      company: "Organization",
      title: "Title",
      email_consent: "Email Marketing Consent",
    },
  ],
  [
    "a directory of a company",
    "Display Name,Given name,Surname,Job title,Company name,Mail,User principal name",
    {
      email: "Mail",
      ...person("Given name", "Surname"),
      title: "Job title",
      company: "Company name",
    },
  ],
  [
    "an API",
    "id,properties.email,properties.firstname,properties.lastname,properties.company,properties.jobtitle",
    {
      email: "properties.email",
      ...person("properties.firstname", "properties.lastname"),
      company: "properties.company",
      title: "properties.jobtitle",
    },
  ],
]
