/** Ordinary Brazilian first and last names, plainly combined: nobody in particular. */
export const FIRST_NAMES = [
  'Adriana', 'Alessandra', 'Aline', 'Amanda', 'Ana', 'André', 'Antônio', 'Aparecida', 'Beatriz', 'Benedito', 'Bruna', 'Bruno', 'Camila', 'Carla', 'Carlos', 'Cecília',
  'César', 'Cláudia', 'Cristiane', 'Daniel', 'Débora', 'Diego', 'Eduardo', 'Elaine', 'Eliane', 'Fabiana', 'Fábio', 'Felipe', 'Fernanda', 'Flávia', 'Francisco', 'Gabriel',
  'Geraldo', 'Gilberto', 'Gustavo', 'Helena', 'Henrique', 'Igor', 'Isabela', 'Ivone', 'Jéssica', 'Joana', 'João', 'Jorge', 'José', 'Juliana', 'Júlio', 'Karina',
  'Larissa', 'Leandro', 'Letícia', 'Lúcia', 'Luciana', 'Luís', 'Luiza', 'Marcelo', 'Márcia', 'Marcos', 'Maria', 'Mariana', 'Mário', 'Mateus', 'Mônica', 'Natália',
  'Nelson', 'Otávio', 'Patrícia', 'Paula', 'Paulo', 'Pedro', 'Priscila', 'Rafael', 'Raimundo', 'Regina', 'Renata', 'Ricardo', 'Roberta', 'Roberto', 'Rodrigo', 'Rosana',
  'Sandra', 'Sebastião', 'Sérgio', 'Silvana', 'Simone', 'Sônia', 'Tatiane', 'Thiago', 'Valéria', 'Vanessa', 'Vera', 'Vinícius', 'Vítor', 'Viviane', 'Wagner', 'Wesley',
] as const

export const LAST_NAMES = [
  'Almeida', 'Alves', 'Amaral', 'Andrade', 'Antunes', 'Araújo', 'Assunção', 'Azevedo', 'Barbosa', 'Barros', 'Batista', 'Bezerra', 'Borges', 'Brandão', 'Brito', 'Campos',
  'Cardoso', 'Carneiro', 'Carvalho', 'Castro', 'Cavalcante', 'Coelho', 'Correia', 'Costa', 'Cunha', 'Dias', 'Duarte', 'Esteves', 'Farias', 'Fernandes', 'Ferreira', 'Figueiredo',
  'Fonseca', 'Franco', 'Freitas', 'Garcia', 'Gomes', 'Gonçalves', 'Guimarães', 'Leite', 'Lima', 'Lopes', 'Macedo', 'Machado', 'Magalhães', 'Marques', 'Martins', 'Medeiros',
  'Melo', 'Mendes', 'Monteiro', 'Moraes', 'Moreira', 'Moura', 'Nascimento', 'Neves', 'Nogueira', 'Nunes', 'Oliveira', 'Paiva', 'Pereira', 'Pinheiro', 'Pinto', 'Pires',
  'Prado', 'Queiroz', 'Ramos', 'Rezende', 'Ribeiro', 'Rocha', 'Rodrigues', 'Sales', 'Sampaio', 'Santana', 'Santos', 'Silva', 'Siqueira', 'Soares', 'Souza', 'Teixeira',
  'Torres', 'Vasconcelos', 'Vaz', 'Viana', 'Vieira', 'Xavier',
] as const

/** Where people live: the dialling code goes with the town. */
export const TOWNS = [
  { city: 'São Paulo', state: 'SP', ddd: '11' },
  { city: 'Guarulhos', state: 'SP', ddd: '11' },
  { city: 'Campinas', state: 'SP', ddd: '19' },
  { city: 'Ribeirão Preto', state: 'SP', ddd: '16' },
  { city: 'Rio de Janeiro', state: 'RJ', ddd: '21' },
  { city: 'Niterói', state: 'RJ', ddd: '21' },
  { city: 'Belo Horizonte', state: 'MG', ddd: '31' },
  { city: 'Uberlândia', state: 'MG', ddd: '34' },
  { city: 'Vitória', state: 'ES', ddd: '27' },
  { city: 'Curitiba', state: 'PR', ddd: '41' },
  { city: 'Florianópolis', state: 'SC', ddd: '48' },
  { city: 'Porto Alegre', state: 'RS', ddd: '51' },
  { city: 'Brasília', state: 'DF', ddd: '61' },
  { city: 'Goiânia', state: 'GO', ddd: '62' },
  { city: 'Salvador', state: 'BA', ddd: '71' },
  { city: 'Recife', state: 'PE', ddd: '81' },
  { city: 'Maceió', state: 'AL', ddd: '82' },
  { city: 'Fortaleza', state: 'CE', ddd: '85' },
  { city: 'Belém', state: 'PA', ddd: '91' },
  { city: 'Manaus', state: 'AM', ddd: '92' },
] as const
