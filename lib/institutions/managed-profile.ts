/** An institution whose tokens come from an organisation's own issuer: what its policy says, and what holds for every institution of its kind. */
import { ASK_YOUR_BRANCH, SHINKIN, shinkinNeeds, UNION, UNION_NEEDS } from './kinds.ts';
import type { Institution, InstitutionProfile } from './profile.ts';

const OF_KIND: Record<Institution['kind'], Pick<InstitutionProfile, 'digits' | 'period' | 'startWithin' | 'needs'>> = {
  shinkin: { ...SHINKIN, needs: shinkinNeeds('確認用パスワードまたは資金移動用パスワード') },
  'credit-union': { ...UNION, needs: UNION_NEEDS },
};

interface Given extends Pick<InstitutionProfile, 'loginAddress' | 'issuerOrigin' | 'issuerKeys' | 'telephone' | 'hours'> {
  /** Four letters. */
  serialPrefix: string;
}

/** What was given must have been checked. */
export function managedProfile({ code, name, kana, kind }: Institution, given: Given): InstitutionProfile {
  const { loginAddress, serialPrefix, issuerOrigin, issuerKeys, telephone, hours } = given;
  return {
    code,
    name,
    kana,
    kind,
    bankOrigin: new URL(loginAddress).origin,
    loginAddress,
    issuerOrigin,
    // What binds a credit union's handshake is the 利用開始パスワード.
    issuerKeys: kind === 'shinkin' ? issuerKeys : [],
    serialPattern: new RegExp(`^${serialPrefix}\\d{8}$`),
    lifetime: null,
    telephone: telephone || ASK_YOUR_BRANCH.telephone,
    hours,
    fromPolicy: true,
    ...OF_KIND[kind],
  };
}
