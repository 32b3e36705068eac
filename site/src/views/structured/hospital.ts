/** The hospital and its campuses. */
import type { CampusView } from '../campus.ts';
import type { HomeView } from '../home.ts';
import { addressOf, hospitalOf, type Thing } from './thing.ts';

/** Home: the hospital with all its campuses, and the site that is its own. */
export function hospital(view: HomeView): Thing[] {
  const { chrome, head, campuses } = view;
  return [
    {
      ...hospitalOf(chrome),
      description: head.description,
      logo: chrome.logo && addressOf(chrome, chrome.logo.src),
      telephone: chrome.phone,
      department: campuses.map(
        ({ name, path, address, phone }): Thing => ({
          '@type': 'Hospital',
          name,
          url: addressOf(chrome, path),
          address,
          telephone: phone,
        }),
      ),
    },
    {
      '@type': 'WebSite',
      name: chrome.name,
      url: `${chrome.url}/`,
      inLanguage: 'zh-CN',
      publisher: { '@id': `${chrome.url}/#hospital` },
    },
  ];
}

/** A campus: a hospital that belongs to the hospital. */
export function campusHospital({ chrome, head, name, address, phone, photo, place }: CampusView): Thing[] {
  return [
    {
      '@type': 'Hospital',
      name: `${chrome.organisation}${name}`,
      url: head.canonical,
      description: head.description,
      address,
      telephone: phone,
      image: photo && addressOf(chrome, photo.src),
      geo: place && { '@type': 'GeoCoordinates', latitude: place.latitude, longitude: place.longitude },
      parentOrganization: hospitalOf(chrome),
    },
  ];
}
