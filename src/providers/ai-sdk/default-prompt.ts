/** Asks for no fact that a lead may lack: what is known stands in the data block beside it. */
export const DEFAULT_PROMPT = `Write a first e-mail to this lead on behalf of the sender.

Goal: a short reply, or ten minutes of the lead's time. Ask for one of the two, once, at the end.

What the mail is about: {{ campaign.description | default: campaign.name }}

Tone: friendly, plain and specific, as one person writes to another. No flattery, no superlatives, no pressure.

Length: a subject of at most eight words, and 60 to 120 words of body in short paragraphs.

Open with what the lead's role, company or attributes tell about the lead's work and connect it to the topic. Where a fact is missing, write the sentence without it: a mail that says less is better than one that guesses. Greet by first name if there is one, else with "Hello,". Close with the sender's name or signature as the data gives it.

Write in the lead's language if the data names one, else in English.`
