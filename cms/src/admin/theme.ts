/** Jade for what can be pressed; everything else stays as quiet as Strapi makes it. */
const jade = {
  light: {
    primary100: '#e7f0ea',
    primary200: '#bfd9cb',
    primary500: '#2c8566',
    primary600: '#0a6249',
    primary700: '#06402f',
    buttonPrimary500: '#2c8566',
    buttonPrimary600: '#0a6249',
  },
  dark: {
    primary100: '#15261f',
    primary200: '#2a5a48',
    primary500: '#5cbf98',
    primary600: '#7fd3b1',
    primary700: '#a5e3cb',
    buttonPrimary500: '#2c8566',
    buttonPrimary600: '#12704f',
  },
} as const;

export const theme = { light: { colors: jade.light }, dark: { colors: jade.dark } };
