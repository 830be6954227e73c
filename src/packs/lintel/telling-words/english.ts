import { listed, type TellingWords } from '#rules/telling-words.ts';

/**
 * Words that tell whoever reads a letter, a text or a subject line what it is about, or that somebody is being
 * helped (domain §9). `*` stands for the rest of a word.
 */
export const english: TellingWords = {
  toCheck: false,
  subject: listed(
    '*abus*, *violen*, *domestic*, dv, da, dva, ipv, *victim*, survivor*, *perpetrat*, coerc*, controlling, ' +
      'gaslight*, assault*, *harass*, *stalk*, strangl*, strangulat*, chok*, rape*, rapist*, sexual*, sex, batter*, ' +
      'beaten, beating, hurt*, injur*, bruis*, punch*, threat*, attack*, fgm, forced marriage, honour based, honor ' +
      'based, traffick*, cuckoo*, weapon*, knife, knives, refuge, refuges, sanctuary*, safeguard*, safe house, safe ' +
      'room, safe rooms, safety plan*, safety, safe, safer, safely, unsafe, danger*, at risk, high risk, risk ' +
      'assess*, afraid, scared, fear*, frighten*, escap*, flee, fleeing, fled, secret*, confidential*, hide, hides, ' +
      'hidden, hiding, marac, idva, isva, idvas, isvas, dash, daha, clares law, clare’s law, respect phoneline, ' +
      'womens aid, women’s aid, mens advice, men’s advice, national domestic*, victim support, police*, court, ' +
      'courts, courthouse, magistrate*, solicitor*, injunct*, non molest*, molest*, occupation order*, protection ' +
      'order*, restraining*, prohibited steps, bail, probation*, prison*, offend*, convict*, crime*, criminal*, ' +
      'social services, social worker*, child protection, disclos*, case worker*, caseworker*, your case, case ' +
      'number, case reference, case ref, advocate, advocates, advocacy, counsell*, therap*, trauma*, helpline*, ' +
      'support worker*, support plan*, husband*, wife, boyfriend*, girlfriend*, ex partner*, your partner, your ex, ' +
      'relationship*, leave him, leave her, left him, left her, leaving him, leaving her, call 999, ring 999, dial ' +
      '999',
  ),
  landlord: listed(
    '*landlord*, housing, *tenancy*, *tenanci*, *tenant*, rent, rents, rental, arrears, evict*, lettings, ' +
      'neighbourhood officer*, housing officer*, anti social*, breathing space, sanctuary scheme, council',
  ),
  harmless: listed(
    'syllabus, syllabuses, beanstalk, beanstalks, lieutenant, lieutenants, ball, balls, battery, batteries, ' +
      'crimea, rapeseed, the rap',
  ),
};
