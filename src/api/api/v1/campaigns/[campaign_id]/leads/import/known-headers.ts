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
 * A name that is sure by itself, or only with its neighbours: `name` is a last name beside a first
 * name and a whole name alone, `title` is a job unless another column names the job.
 */
type Meaning =
  | { field: Exclude<LeadColumn, "email_consent"> }
  | { field: "email_consent"; consent: ConsentColumn }
  | { field: null; role: "name" | "title" }

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
     Emailadres`,
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
     Sobrenome; Achternaam`,
  ],
  [
    { field: "full_name" },
    `Full Name; Person Name; Contact Name; Your Name; Vor- und Nachname; Vorname Nachname;
     Vorname und Nachname; Vollständiger Name; Ganzer Name; Ansprechpartner; Kontaktname;
     Nom complet; Nom et prénom; Prénom et nom; Nom prénom; Prénom nom; Nombre completo;
     Nombre y apellidos; Nombre y apellido; Nome completo; Volledige naam`,
  ],
  [{ field: null, role: "name" }, `Name; Nom; Naam`],
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
     Bedrijfsnaam`,
  ],
  [
    { field: "title" },
    `Job Title; Job; Job Position; Job Role; Position; Role; Current Title; Current Position;
     Organization Title; Organization 1 Title; Title/Position; Position Title; Designation;
     Jobtitel; Jobbezeichnung; Berufsbezeichnung; Stellenbezeichnung; Stelle; Beruf; Funktion;
     Rolle; Tätigkeit; Positionsbezeichnung; Position im Unternehmen; Poste; Intitulé du poste;
     Intitulé de poste; Titre du poste; Titre de poste; Fonction; Profession; Rôle; Cargo; Puesto;
     Puesto de trabajo; Título del puesto; Título del cargo; Título profesional; Posición; Función;
     Profesión; Rol; Ruolo; Posizione; Functie; Functietitel; Functieomschrijving`,
  ],
  [{ field: null, role: "title" }, `Title`],
  [{ field: "customer_id" }, `Customer ID`],
  [
    { field: "email_consent", consent: "status" },
    `Email Consent; Email Status; Consent Status; Subscription Status; Subscriber Status;
     Email Subscription Status; Marketing Status; Email Marketing Status; Newsletter Status;
     Opt-in Status; Mailing Status; Email-Status; Abo-Status; Newsletterstatus; Statut email;
     Statut de l'email; Statut d'abonnement; Estado del correo; Estado del email;
     Estado de suscripción; Estado de la suscripción`,
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
     No contactar; Rebotado`,
  ],
  [
    { field: "email_consent", consent: "granted_if_yes" },
    `Consent; Marketing Consent; Email Marketing Consent; GDPR Consent; Consent Given;
     Accepts Marketing; Accepts Email Marketing; Accepts Email; Opt In; Opted In; Email Opt In;
     Has Opted In; Marketing Opt In; Subscribed; Is Subscribed; Subscribed To Newsletter; Newsletter;
     Einwilligung; Werbeeinwilligung; DSGVO-Einwilligung; Email-Einwilligung; Zustimmung; Abonniert;
     Newsletter abonniert; Consentement; Consentement RGPD; Abonné; Inscrit à la newsletter;
     Consentimiento; Consentimiento RGPD; Suscrito; Acepta marketing`,
  ],
]

/** Exports put these before a person's own columns: `Person - Email`, `Contact First Name`. */
const PREFIXES = /^(?:person|contact|lead|prospect|kontakt|recipient|member)(?=.)/

/** `E-Mail-Adresse`, `e_mail adresse` and `EMAILADRESSE` are one: letters and digits, without marks. */
const toKey = (header: string) =>
  header
    .normalize("NFKD")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}]/gu, "")

const MEANINGS = new Map<string, Meaning>(
  HEADERS.flatMap(([meaning, headers]) =>
    headers.split(";").map((header): [string, Meaning] => [toKey(header), meaning])
  )
)

/** What a header means; undefined for one that is nobody's: its column becomes an attribute. */
export function meaningOf(header: string): Meaning | undefined {
  // `Email (required)`, `E-mail*`: what stands in brackets counts only where the table has it.
  const bare = header.replace(/\([^)]*\)|\[[^\]]*\]/g, "")
  for (const key of [toKey(header), toKey(bare)]) {
    const meaning = MEANINGS.get(key) ?? MEANINGS.get(key.replace(PREFIXES, ""))
    if (meaning) return meaning
  }
  return undefined
}
