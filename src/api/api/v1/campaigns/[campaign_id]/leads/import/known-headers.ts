/** What a column of a spreadsheet can fill. `full_name` is split into first and last name. */
export const LEAD_COLUMNS = [
  "email",
  "first_name",
  "last_name",
  "full_name",
  "company",
  "title",
  "customer_id",
  "email_consent",
] as const
export type LeadColumn = (typeof LEAD_COLUMNS)[number]

/**
 * How a column tells of consent: in words (`Email Status: unsubscribed`), or as yes or no, where yes
 * means that there is none any more (`Unsubscribed`) or that there is (`Accepts Marketing`).
 */
export type ConsentColumn = "status" | "withdrawn_if_yes" | "granted_if_yes"

/**
 * A name that is sure by itself, or only with what stands beside and below it (`settle-unsure.ts`).
 */
type Meaning =
  | { field: Exclude<LeadColumn, "email_consent"> }
  | { field: "email_consent"; consent: ConsentColumn }
  | { field: null; role: UnsureRole }

/**
 * - `name`: a last name beside a first name, a whole name alone.
 * - `given`: a first name beside a last name, a whole name alone: Pipedrive's `Persona - Nombre`.
 * - `title`: a job, unless another column names the job or all it says is how somebody is addressed.
 * - `status`: consent where it speaks of subscriptions, else the lead's own.
 */
export type UnsureRole = "name" | "given" | "title" | "status"

/** Headers as people and exports write them, in any case and with any spaces, `_`, `-`, `.` or `/`. */
const HEADERS: [Meaning, string][] = [
  [
    { field: "email" },
    `Email; E-Mail; Mail; Email Address; Mail Address; Email ID; Email 1; Email 1 Address;
     Email 1 Value; Email Value; Primary Email; Primary Email Address; Main Email; Work Email;
     Work Email Address; Business Email; Business Email Address; Company Email; Corporate Email;
     Professional Email; Office Email; Direct Email; Verified Email; Personal Email;
     Personal Email Address; Private Email; Home Email; Home Email Address; Email Work; Email Home;
     Email Other; Email (Work); Email (Home); Email (Other); Email (Personal); Email (Business);
     Customer Email; Subscriber Email; User Email; Recipient Email; Billing Email;
     Email-Adresse; Mailadresse; Mail-Adresse; Email geschäftlich; geschäftliche Email;
     berufliche Email; Email beruflich; private Email; Email privat; Firmen-Email; Email Firma;
     Email Arbeit; Email Büro; Email-Adresse geschäftlich; Email-Adresse privat; Kunden-Email;
     Adresse email; Adresse mail; Adresse électronique; Adresse de messagerie; Courriel;
     Adresse courriel; Mél; Email professionnel; Email pro; Adresse email professionnelle;
     Email personnel; Adresse email personnelle; Mail pro; Mail professionnel;
     Correo; Correo electrónico; Correo-e; Dirección de correo; Dirección de correo electrónico;
     Dirección de email; Email de trabajo; Email laboral; Correo de trabajo; Correo del trabajo;
     Correo laboral; Correo corporativo; Correo de empresa; Correo profesional; Correo personal;
     Email personal; Email corporativo; Indirizzo email; Posta elettronica; Endereço de email;
     Emailadres; Emails; Email Addresses; Email Address 1; Email 1 Address (Work); Best Email;
     Found Email; Valid Email; Current Email; Reply Email; Email sonstige; Email andere; Email-Adressen;
     Email-Adresse 1; Emailaddresse; Email dienstlich; dienstliche Email; Email travail; Email bureau;
     Email domicile; Email maison; Email autre; Courriel professionnel; Courriel travail;
     Courriel personnel; Email principal; Adresse email principale; Correo electrónico 1;
     Correo electrónico trabajo; Correo electrónico de trabajo; Correo electrónico del trabajo;
     Correo electrónico laboral; Correo electrónico profesional; Correo electrónico corporativo;
     Correo electrónico personal; Correo electrónico particular; Correo electrónico casa;
     Correo electrónico otro; Correo trabajo; Correo principal; Email trabajo; Email casa; Email otro;
     Dirección de correo electrónico 1; Dirección electrónica`,
  ],
  [
    { field: "first_name" },
    `First Name; First; Given Name; Forename; FName; Christian Name; Customer First Name;
     Vorname; Vornamen; Rufname; Vorname Kontakt; Prénom; Prénoms; Prénom du contact; Nombre;
     Nombres; Nombre de pila; Primer nombre; Nome; Primeiro nome; Voornaam`,
  ],
  [
    { field: "last_name" },
    `Last Name; Last; Surname; Family Name; LName; Customer Last Name; Nachname; Familienname;
     Zuname; Nachname Kontakt; Nom de famille; Apellido; Apellidos; Primer apellido; Cognome;
     Sobrenome; Achternaam; Apellidos del contacto; Apellido del contacto`,
  ],
  [
    { field: "full_name" },
    `Full Name; Person Name; Contact Name; Your Name; Vor- und Nachname; Vorname Nachname;
     Vorname und Nachname; Vollständiger Name; Ganzer Name; Ansprechpartner; Kontaktname;
     Nom complet; Nom et prénom; Prénom et nom; Nom prénom; Prénom nom; Nombre completo;
     Nombre y apellidos; Nombre y apellido; Nome completo; Volledige naam; Name, Vorname;
     Nachname, Vorname; Last Name, First Name; First and Last Name; First Last; Contact Person;
     Nom et prénom du contact; Nombre y apellidos del contacto; Apellidos, Nombre; Interlocuteur;
     Persona de contacto; Display Name; Anzeigename`,
  ],
  [
    { field: null, role: "name" },
    `Name; Nom; Naam; Name des Kontakts; Kontakt Name; Nom du contact; Nom contact`,
  ],
  [
    { field: null, role: "given" },
    `Persona - Nombre; Nombre del contacto; Nombre de contacto; Nombre contacto; Pessoa - Nome`,
  ],
  [
    { field: "company" },
    `Company; Company Name; Organization; Organisation; Organization Name; Organisation Name; Org;
     Organization 1 Name; Account Name; Company Account; Employer; Employer Name;
     Current Company; Associated Company; Associated Company Name; Primary Company; Business;
     Business Name; Firm; Firm Name; Customer Company; Billing Company; Default Address Company;
     Firma; Firmenname; Name der Firma; Unternehmen; Unternehmensname; Name des Unternehmens;
     Betrieb; Arbeitgeber; Organisationsname; Entreprise; Nom de l'entreprise; Nom entreprise;
     Nom de la société; Nom société; Société; Raison sociale; Organisme; Employeur; Compagnie;
     Empresa; Nombre de la empresa; Nombre de empresa; Nombre empresa; Compañía;
     Nombre de la compañía; Organización; Razón social; Sociedad; Azienda; Società; Bedrijf;
     Bedrijfsnaam; Primary Associated Company; Primary Associated Company Name;
     Associated Company Primary; Company Legal Name; Contact Company; Company (Organization);
     Zugehöriges Unternehmen; Zugeordnetes Unternehmen; Primäres zugeordnetes Unternehmen; Account-Name;
     Firmierung; Entreprise associée; Nom du compte; Nom de l'organisation; Organisation - Nom;
     Dénomination sociale; Établissement; Empresa asociada; Nombre de la cuenta;
     Nombre de la organización; Nombre de organización; Organización - Nombre; Denominación social;
     Nombre comercial; Institución; Ragione sociale; Nome azienda; Nome da empresa; Organisatie`,
  ],
  [
    { field: "title" },
    `Job Title; Job; Job Position; Job Role; Position; Role; Current Title; Current Position;
     Organization Title; Organization 1 Title; Title/Position; Position Title; Designation;
     Jobtitel; Jobbezeichnung; Berufsbezeichnung; Stellenbezeichnung; Stelle; Beruf; Funktion;
     Rolle; Tätigkeit; Positionsbezeichnung; Position im Unternehmen; Poste; Intitulé du poste;
     Intitulé de poste; Titre du poste; Titre de poste; Fonction; Profession; Rôle; Cargo; Puesto;
     Puesto de trabajo; Título del puesto; Título del cargo; Título profesional; Posición; Función;
     Profesión; Rol; Ruolo; Posizione; Functie; Functietitel; Functieomschrijving; Current Job;
     Current Job Title; Job Title 1; Person Title; Work Title; Business Title; Aktuelle Position;
     Derzeitige Position; Berufstitel; Dienststellung; Jobposition; Poste actuel; Poste occupé;
     Fonction actuelle; Intitulé de fonction; Métier; Cargo actual; Puesto actual; Ocupación; Cargo laboral;
     Título laboral; Cargo profesional`,
  ],
  [{ field: null, role: "title" }, `Title; Titel; Titre; Título; Titolo`],
  [{ field: "customer_id" }, `Customer ID`],
  [
    { field: "email_consent", consent: "status" },
    `Email Consent; Email Status; Consent Status; Subscription Status; Subscriber Status;
     Email Subscription Status; Marketing Status; Email Marketing Status; Newsletter Status;
     Opt-in Status; Mailing Status; Email-Status; Abo-Status; Newsletterstatus; Statut email;
     Statut de l'email; Statut d'abonnement; Estado del correo; Estado del email;
     Estado de suscripción; Estado de la suscripción; Statut d'inscription;
     Statut d'abonnement email; Anmeldestatus; Abonnementstatus; Abonnementsstatus; Bounce Status;
     Email Opt-in Status; Email Marketing Consent Status; Email State; Estado de correo electrónico`,
  ],
  [
    { field: null, role: "status" },
    `Status; State; Statut; Estado; Stato; Contact Status; List Status; Member Status`,
  ],
  [
    { field: "email_consent", consent: "withdrawn_if_yes" },
    `Unsubscribed; Unsubscribe; Is Unsubscribed; Unsubscribed At; Unsubscribed On; Unsub Time;
     Unsubscribe Date; Unsubscribed from all email; Unsubscribed from all emails; Opt Out;
     Opted Out; Email Opt Out; Email Opted Out; Has Opted Out; Has Opted Out Of Email;
     Opted Out Of Email; Marketing Opt Out; Do Not Email; Do Not Contact; Bounced; Bounce;
     Is Bounced; Email Bounced; Email Bounced Date; Email Bounced Reason; Hard Bounced; Hard Bounce;
     Email Hard Bounce Reason; Bounced At; Clean Time; Blocked; Blacklisted; Blocklisted;
     Suppressed; Complained; Spam Complaint; Marked As Spam; Abgemeldet; Abgemeldet am; Abmeldung;
     Newsletter abgemeldet; Abbestellt; Ausgetragen; Widerrufen; Widerruf; Werbewiderspruch;
     Widerspruch; Werbesperre; Nicht kontaktieren; Keine Werbung; Unzustellbar; Désabonné;
     Désinscrit; Désinscription; Ne pas contacter; Baja; Dado de baja; Desuscrito; Cancelado;
     No contactar; Rebotado; Email Blacklisted; Email Blocklisted; Unsub Reason; Unsubscribe Reason;
     Unsubscribed Date; Date Unsubscribed; Unsubscription Date; Opt-Out Date; Opted Out At;
     Opted Out On; Opt Out Of Email; Opt Out Of Emails; Opted Out Of Emails; Opt Out Of All Email;
     Opted Out Of Marketing; Email OptOut Date; Bounce Type; Bounce Reason; Bounce Date; Bounced On;
     Bounced Date; Invalid Email; Email Invalid; Do Not Send; Don't Email; Don't Contact; No Email;
     No Marketing; Spam Reported; Reported Spam; Von allen Emails abgemeldet;
     Abgemeldet von allen Emails; Von Emails abgemeldet; Email abgemeldet; Email-Abmeldung;
     Email-Deaktivierung; Newsletter abbestellt; Abbestellt am; Abmeldedatum; Keine Emails; Keine Mails;
     Keine Email; Nicht anschreiben; Nicht mailen; Kontaktsperre; Mailsperre; Blockiert;
     Widerspruch Werbung; Bounce Grund; Désabonné le; Désinscrit le; Date de désabonnement;
     Date de désinscription; Désabonnement; Désabonné de tous les emails; Désinscription email;
     Désinscrit de la newsletter; Refus email; Refus des emails; Ne pas envoyer d'email;
     Ne pas envoyer d'emails; Ne pas solliciter; Ne pas démarcher; Opposition; Opposition email;
     Liste noire; Rejeté; Fecha de baja; Suscripción cancelada; Ha cancelado la suscripción;
     Cancelación de la suscripción; Canceló la suscripción; No enviar correo; No enviar correos;
     No enviar email; No enviar emails; No molestar; Excluido; Darse de baja; Disiscritto`,
  ],
  [
    { field: "email_consent", consent: "granted_if_yes" },
    `Consent; Marketing Consent; Email Marketing Consent; GDPR Consent; Consent Given;
     Accepts Marketing; Accepts Email Marketing; Accepts Email; Opt In; Opted In; Email Opt In;
     Has Opted In; Marketing Opt In; Subscribed; Is Subscribed; Subscribed To Newsletter; Newsletter;
     Einwilligung; Werbeeinwilligung; DSGVO-Einwilligung; Email-Einwilligung; Zustimmung; Abonniert;
     Newsletter abonniert; Consentement; Consentement RGPD; Abonné; Inscrit à la newsletter;
     Consentimiento; Consentimiento RGPD; Suscrito; Acepta marketing; Email Consent Given;
     Email Permission; Marketing Permission; Permission; Permission To Email; Can Email; Can Be Emailed;
     Allow Email; Allow Emails; Emailable; Contactable; Subscribed To Emails; Email Subscribed;
     Email Subscriber; Newsletter Subscribed; Newsletter Subscriber; Agreed To Marketing;
     Receives Newsletter; Werbeerlaubnis; Kontakterlaubnis; Email-Erlaubnis; Einverständnis;
     Werbung erlaubt; Darf kontaktiert werden; Darf angeschrieben werden; Marketing-Einwilligung;
     Einwilligung Email; Newsletter angemeldet; Newsletter-Abonnent; Opt-in Email; Accord;
     Accord email; Consentement email; Consentement marketing; Accepte les emails;
     Accepte la newsletter; Accepte le marketing; Abonné à la newsletter; Inscrit;
     Consentimiento de email; Consentimiento marketing; Acepta correos; Acepta emails;
     Acepta newsletter; Recibe newsletter; Suscrito al boletín; Suscrito a la newsletter; Iscritto`,
  ],
]

/** Exports put these before a person's own columns: `Person - Email`, `properties.firstname`. */
const PREFIXES =
  /^(?:personne|persona|pessoa|person|contacto|contatto|contact|lead|prospect|kontakt|recipient|member|attendee|teilnehmer|participant|properties|main)(?=.)/
/** And lists of companies these behind those of the person there: `E-Mail Ansprechpartner`. */
const SUFFIXES =
  /(?<=.)(?:desansprechpartners|ansprechpartner|ansprechperson|deskontakts|kontakt|ducontact|delcontacto|decontacto|contacto|contact)$/

/** `E-Mail-Adresse`, `e_mail adresse` and `EMAILADRESSE` are one: letters and digits, without marks. */
const toKey = (header: string) =>
  header
    .normalize("NFKD")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}]/gu, "")

/** As systems write a German header that have no umlauts. */
const spellOut = (header: string) =>
  header.replace(/[äöüÄÖÜ]/g, (letter) => `${letter.normalize("NFD").charAt(0)}e`)

const MEANINGS = new Map<string, Meaning>(
  HEADERS.flatMap(([meaning, headers]) =>
    headers
      .split(";")
      .flatMap((header) => [toKey(header), toKey(spellOut(header))])
      .map((key): [string, Meaning] => [key, meaning])
  )
)

/** What a header means; undefined for one that is nobody's: its column becomes an attribute. */
export function meaningOf(header: string): Meaning | undefined {
  const whole = meaningOfName(header)
  if (whole || !header.includes("/")) return whole
  // `Firma / Unternehmen`, `Prénom/First name`: one where all of them say the same.
  const [first, ...others] = header.split("/").map(meaningOfName)
  return others.every((other) => other === first) ? first : undefined
}

function meaningOfName(header: string): Meaning | undefined {
  // `Email (required)`, `E-mail*`: what stands in brackets counts only where the table has it.
  const bare = header.replace(/\([^)]*\)|\[[^\]]*\]/g, "")
  for (const key of [toKey(header), toKey(bare)]) {
    const person = key.replace(PREFIXES, "")
    const meaning = MEANINGS.get(key) ?? MEANINGS.get(person)
    if (meaning) return meaning
    // A `Company Contact` is a person, and no company.
    const ofContact = MEANINGS.get(person.replace(SUFFIXES, ""))
    if (ofContact && ofContact.field !== "company") return ofContact
  }
  return undefined
}
